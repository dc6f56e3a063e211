/// Why the call to the system that has just failed did fail (系统给出的原因), in plain Chinese; a number where none of the
/// causes that can be met when files are read and written.
package var systemReason: String {
  switch errno {
  case EACCES, EPERM: "没有权限"
  case ENOENT: "没有这个文件或目录"
  case ENOTDIR: "路径中有一段不是目录"
  case EISDIR: "是一个目录"
  case EEXIST, ENOTEMPTY: "已有同名的文件或目录"
  case EROFS: "所在的磁盘只能读"
  case ENOSPC: "磁盘已满"
  case EDQUOT: "超出了磁盘配额"
  case EFBIG: "超出了文件大小的限制"
  case ENAMETOOLONG: "名称太长"
  case ELOOP: "符号链接循环或太多"
  case EMFILE, ENFILE: "同时打开的文件太多"
  case ENOMEM: "内存不够"
  case EIO: "磁盘读写出错"
  case EXDEV: "不在同一个磁盘"
  case EBUSY, ETXTBSY: "正被别的程序使用"
  case EPIPE: "接收的程序已经结束"
  case ENXIO, ENODEV: "设备不可用"
  default: "系统错误 \(errno)"
  }
}
