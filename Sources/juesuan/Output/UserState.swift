import System

/// Where the tool keeps what it has to remember for a user (用户状态目录).
enum UserState {
  /// Its folder, as the variables of the environment tell, or else the system's list of users; nil where none do.
  static func folder(_ environment: (String) -> String?) -> String? {
    let state = environment("XDG_STATE_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
    let home = environment("HOME") ?? getpwuid(geteuid())?.pointee.pw_dir.map { PathBytes.text(ofCString: $0) }
    return (state ?? home.flatMap { $0.hasPrefix("/") ? $0 + "/.local/state" : nil }).map { $0 + "/juesuan" }
  }

  /// The same of whoever runs the tool.
  static var own: String? { folder { name in getenv(name).map { PathBytes.text(ofCString: $0) } } }
}
