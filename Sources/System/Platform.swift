// The C library of the platform, for every file of this target and for those that import it: the one place that knows
// which it is. Swift re-exports no package import, hence `public`.
#if canImport(Glibc)
  @_exported public import Glibc
#elseif canImport(Musl)
  @_exported public import Musl
#else
  @_exported public import Darwin
#endif
