// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "juesuan",
  products: [.executable(name: "juesuan", targets: ["juesuan"])],
  targets: [
    // Bytes, text and the template language: no word of accounts.
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "Workbooks", dependencies: ["CZlib"], swiftSettings: settings),
    .target(name: "Mustache", swiftSettings: settings),

    // The domain, in the order data flows.
    .target(name: "Accounts", exclude: ["Data"], swiftSettings: settings, plugins: ["EmbedTemplates"]),
    .target(
      name: "Tables", dependencies: ["Accounts", "Workbooks"], exclude: ["Data"], swiftSettings: settings,
      plugins: ["EmbedTemplates"]),
    .target(
      name: "Checks", dependencies: ["Accounts", "SelfEvaluation", "Tables", "Workbooks"], exclude: ["Data"],
      swiftSettings: settings,
      plugins: ["EmbedTemplates"]),
    .target(
      name: "SelfEvaluation", dependencies: ["Accounts"], exclude: ["Data"], swiftSettings: settings,
      plugins: ["EmbedTemplates"]),
    .target(
      name: "Narrative", dependencies: ["Accounts", "SelfEvaluation", "Tables", "Mustache"], swiftSettings: settings),
    .target(
      name: "Reading", dependencies: ["Accounts", "SelfEvaluation", "Tables", "Workbooks"], exclude: ["Data"],
      swiftSettings: settings, plugins: ["EmbedTemplates"]),
    .target(
      name: "Rendering",
      dependencies: ["Accounts", "Tables", "Checks", "Narrative", "SelfEvaluation", "Mustache", "Workbooks"],
      swiftSettings: settings,
      plugins: ["EmbedTemplates"]),
    .executableTarget(
      name: "juesuan",
      dependencies: [
        "Accounts", "Tables", "Checks", "Narrative", "Reading", "Rendering", "SelfEvaluation", "Workbooks",
      ],
      swiftSettings: settings),
    // Made-up disclosures that are in order, for measuring and testing.
    .target(name: "RandomDisclosures", dependencies: ["Accounts", "Tables"], swiftSettings: settings),
    .executableTarget(
      name: "juesuan-bench",
      dependencies: [
        "Accounts", "Tables", "Checks", "Narrative", "RandomDisclosures", "Reading", "Rendering", "SelfEvaluation",
        "Workbooks",
      ],
      swiftSettings: settings),

    // Build time only: turns Templates/ and each target's Data/ into Swift source.
    .executableTarget(name: "embed-templates", swiftSettings: settings),
    .plugin(
      name: "EmbedTemplates", capability: .buildTool(), dependencies: ["embed-templates"],
      path: "Sources/EmbedTemplates"),

    // What several test targets need.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    .testTarget(
      name: "WorkbooksTests", dependencies: ["CZlib", "Workbooks"], exclude: ["Fixtures"], swiftSettings: settings),
    .testTarget(name: "MustacheTests", dependencies: ["Mustache", "TestSupport"], swiftSettings: settings),
    .testTarget(name: "AccountsTests", dependencies: ["Accounts"], swiftSettings: settings),
    .testTarget(
      name: "TablesTests", dependencies: ["Accounts", "Tables", "Reading"], exclude: ["Fixtures"],
      swiftSettings: settings),
    .testTarget(
      name: "ChecksTests",
      dependencies: [
        "Accounts", "Tables", "Checks", "Narrative", "RandomDisclosures", "Reading", "Rendering", "TestSupport",
      ],
      exclude: ["Fixtures"], swiftSettings: settings),
    .testTarget(
      name: "NarrativeTests",
      dependencies: [
        "Accounts", "Tables", "Checks", "Narrative", "Mustache", "Reading", "Rendering", "SelfEvaluation",
        "TestSupport",
      ],
      exclude: ["Fixtures"], swiftSettings: settings),
    .testTarget(
      name: "SelfEvaluationTests", dependencies: ["Accounts", "SelfEvaluation", "TestSupport"],
      exclude: ["Fixtures"], swiftSettings: settings),
    .testTarget(
      name: "ReadingTests",
      dependencies: [
        "Accounts", "Tables", "Checks", "Reading", "Rendering", "SelfEvaluation", "TestSupport", "Workbooks",
      ],
      exclude: ["Fixtures"], swiftSettings: settings),
    .testTarget(
      name: "RenderingTests",
      dependencies: [
        "Accounts", "Tables", "Checks", "Reading", "Rendering", "SelfEvaluation", "Mustache", "Workbooks",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "Accounts", "Checks", "Reading", "Rendering", "SelfEvaluation", "Tables", "TestSupport", "Workbooks", "juesuan",
      ],
      swiftSettings: settings),
    .testTarget(name: "BrowserTests", dependencies: ["juesuan"], swiftSettings: settings),
  ]
)
