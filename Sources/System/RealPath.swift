/// Where a path leads once links are followed; itself where it leads to nothing.
package func realPath(of path: String) -> String {
  guard let resolved = path.withPath({ realpath($0, nil) }) else { return path }
  defer { free(resolved) }
  return PathBytes.text(ofCString: resolved)
}
