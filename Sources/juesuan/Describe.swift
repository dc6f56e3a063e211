import Accounts
import Documents
import Mustache
import Rendering
import System
import Tables

/// An error of a form, a template or the output, in the words it carries.
func describe(_ error: any Error) -> String {
  switch error {
  case let error as FormError: "juesuan: 错误: \(error.message)"
  case let error as TemplateFolderError: error.message
  case let error as TemplateSyntaxError: "juesuan: 错误: \(error)"
  case let error as TemplateRenderError: "juesuan: 错误: \(error)"
  case let error as WriteError: error.message
  case let error as PDFError: error.message
  case let error as LedgerWorkbookError: error.message
  case let error as ChecklistError: error.message
  case let error as WordLookError: error.message
  case let error as OutputError: error.message
  case let error as UnusableInput: error.problems.map(\.message).joined(separator: "\n")
  default: "juesuan: 错误: \(error)"
  }
}
