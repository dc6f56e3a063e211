// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// The release holds Swift's own libraries in itself: finding and joining them takes longer than most commands do.
let holdsLibraries = BuildSettingCondition.when(platforms: [.linux], configuration: .release)
/// The types of collections are asked for by what the compiler knows of them: by their names the process would look each up
/// at its first use.
let knowsTypes = ["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"]
let settings =
  strict + [
    .unsafeFlags(["-static-stdlib"], holdsLibraries), .unsafeFlags(knowsTypes, .when(configuration: .release)),
  ]
let linking: [LinkerSetting] = [.unsafeFlags(["-static-stdlib"], holdsLibraries)]

/// For the bytes, the text, the codes and the tables that every command and every test goes through: optimised in debug
/// builds too, where otherwise most of the time of `swift test` is spent.
let quick = settings + [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// For code that runs once a command: small in the release rather than fast.
let compact = settings + [.unsafeFlags(["-Osize"], .when(configuration: .release))]

let package = Package(
  name: "juesuan",
  products: [.executable(name: "juesuan", targets: ["juesuan"])],
  targets: [
    // Bytes, text, the machine and the template language: no word of accounts.
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "System", swiftSettings: settings),
    .target(name: "Formats", dependencies: ["CZlib", "System"], swiftSettings: quick),
    .target(name: "Mustache", swiftSettings: quick),

    // The domain, in the order data flows. Each target imports only what stands above it.
    .target(
      name: "Accounts", dependencies: ["Formats"], exclude: ["Data"], swiftSettings: quick, plugins: ["EmbedFiles"]),
    .target(
      name: "Tables", dependencies: ["Accounts", "Formats"], exclude: ["Data"], swiftSettings: quick,
      plugins: ["EmbedFiles"]),
    .target(
      name: "Evaluations", dependencies: ["Accounts", "Formats"], exclude: ["Data"], swiftSettings: compact,
      plugins: ["EmbedFiles"]),
    .target(
      name: "Checks", dependencies: ["Accounts", "Evaluations", "Formats", "System", "Tables"],
      exclude: ["Data", "RULES.md"], swiftSettings: quick, plugins: ["EmbedFiles"]),
    .target(
      name: "Documents", dependencies: ["Accounts", "Evaluations", "Formats", "Mustache", "System", "Tables"],
      swiftSettings: compact, plugins: ["EmbedFiles"]),
    .target(
      name: "Reading", dependencies: ["Accounts", "Evaluations", "Formats", "System", "Tables"], exclude: ["Data"],
      swiftSettings: quick, plugins: ["EmbedFiles"]),
    .target(
      name: "Seasons", dependencies: ["Accounts", "Checks", "Formats", "Tables"], exclude: ["Data"],
      swiftSettings: compact, plugins: ["EmbedFiles"]),
    .target(
      name: "Rendering",
      dependencies: [
        "Accounts", "Checks", "Documents", "Evaluations", "Formats", "Mustache", "Seasons", "System", "Tables",
      ],
      swiftSettings: compact),
    .target(
      name: "Disclosing",
      dependencies: [
        "Accounts", "Checks", "Documents", "Evaluations", "Formats", "Reading", "Rendering", "Seasons", "System",
        "Tables",
      ],
      swiftSettings: compact),
    .target(
      name: "LocalPage",
      dependencies: [
        "Accounts", "Checks", "Disclosing", "Documents", "Formats", "Reading", "Rendering", "Seasons", "System",
        "Tables",
      ],
      swiftSettings: compact),
    .executableTarget(
      name: "juesuan",
      dependencies: [
        "Accounts", "Checks", "Disclosing", "Documents", "Formats", "LocalPage", "Mustache", "Reading", "Rendering",
        "Seasons", "System", "Tables",
      ],
      swiftSettings: compact, linkerSettings: linking, plugins: ["EmbedFiles"]),
    // Made-up disclosures that are in order, for measuring and testing.
    .target(name: "RandomDisclosures", dependencies: ["Accounts", "Tables"], swiftSettings: settings),
    .executableTarget(
      name: "juesuan-bench",
      dependencies: [
        "Accounts", "Checks", "Disclosing", "Documents", "Evaluations", "Formats", "LocalPage", "RandomDisclosures",
        "Reading", "Rendering", "Seasons", "System", "Tables", "TestSupport",
      ],
      swiftSettings: settings, linkerSettings: linking),

    // Build time only: turns Templates/ and each target's Data/ into Swift source.
    .executableTarget(name: "embed-files", swiftSettings: strict),
    .plugin(
      name: "EmbedFiles", capability: .buildTool(), dependencies: ["embed-files"],
      path: "Sources/EmbedFiles"),

    // What several test targets and the measurements need.
    .target(
      name: "TestSupport",
      dependencies: [
        "Accounts", "Checks", "Disclosing", "Documents", "Evaluations", "RandomDisclosures", "Reading", "Rendering",
        "Tables",
      ],
      path: "Tests/TestSupport", exclude: ["Fixtures"], swiftSettings: settings),
    .testTarget(name: "HouseTests", dependencies: ["TestSupport"], swiftSettings: settings),
    .testTarget(name: "SystemTests", dependencies: ["System"], swiftSettings: settings),
    .testTarget(
      name: "FormatsTests", dependencies: ["CZlib", "Formats", "System", "TestSupport"], exclude: ["Fixtures"],
      swiftSettings: settings),
    .testTarget(name: "MustacheTests", dependencies: ["Mustache", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "AccountsTests", dependencies: ["Accounts", "Formats", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "TablesTests", dependencies: ["Accounts", "Reading", "Tables", "TestSupport"], exclude: ["Fixtures"],
      swiftSettings: settings),
    .testTarget(
      name: "EvaluationsTests", dependencies: ["Accounts", "Checks", "Evaluations", "TestSupport"],
      exclude: ["Fixtures"], swiftSettings: settings),
    .testTarget(
      name: "ChecksTests",
      dependencies: [
        "Accounts", "Checks", "Disclosing", "Documents", "Evaluations", "RandomDisclosures", "Reading", "Rendering",
        "Tables", "TestSupport",
      ],
      exclude: ["Fixtures"], swiftSettings: settings),
    .testTarget(
      name: "DocumentsTests",
      dependencies: [
        "Accounts", "Checks", "Disclosing", "Documents", "Evaluations", "Mustache", "Reading", "Rendering", "Tables",
        "TestSupport",
      ],
      exclude: ["Fixtures"], swiftSettings: settings),
    .testTarget(
      name: "ReadingTests",
      dependencies: [
        "Accounts", "Checks", "Disclosing", "Documents", "Evaluations", "Formats", "Reading", "Rendering", "System",
        "Tables", "TestSupport",
      ],
      exclude: ["Fixtures"], swiftSettings: settings),
    .testTarget(
      name: "RenderingTests",
      dependencies: [
        "Accounts", "Checks", "Disclosing", "Documents", "Evaluations", "Formats", "Mustache", "RandomDisclosures",
        "Reading", "Rendering", "System", "Tables", "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "SeasonsTests", dependencies: ["Accounts", "Checks", "Formats", "Seasons", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "DisclosingTests",
      dependencies: [
        "Accounts", "Checks", "Disclosing", "Documents", "Formats", "Reading", "Rendering", "System", "Tables",
        "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "LocalPageTests",
      dependencies: ["Documents", "Formats", "LocalPage", "Rendering", "System", "TestSupport", "juesuan"],
      swiftSettings: settings),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "Accounts", "Checks", "Disclosing", "Documents", "Evaluations", "Formats", "Reading", "Rendering", "System",
        "Tables", "TestSupport", "juesuan",
      ],
      swiftSettings: settings),
    .testTarget(name: "BrowserTests", dependencies: ["TestSupport", "juesuan"], swiftSettings: settings),
  ]
)
