import StageKit
import TextKit

/// Brings text into one normal form and one way of writing Vietnamese.
///
/// The steps follow one another, each on the text that the one before left, and their edits are then composed into one
/// list over the text as it was: a syllable that several steps change has one edit.
struct NormaliseEditor: Editor {
  let options: NormaliseOptions

  init(_ options: NormaliseOptions) { self.options = options }

  func edit(_ document: Document, _ context: StageContext) throws -> EditResult {
    var steps = EditSteps(document.text)
    if let form = options.form {
      try steps.take(Normaliser.edits(for: steps.text, to: form, reason: "normalise.\(form.rawValue)"))
    }
    try context.checkCancelled()
    if options.lookAlikes, LookAlikes.occur(in: steps.text) {
      let places = LanguagePlaces(document, movedBy: steps.edits)
      let proposed = Vietnamese.lookAlikeEdits(
        for: steps.text, within: [steps.text.range], reason: "normalise.look-alike")
      try steps.take(
        proposed.filtered { VietnameseJudge(steps.text, places).acceptsLookAlike(at: $0) })
    }
    try context.checkCancelled()
    if let placement = options.toneMarks {
      let places = LanguagePlaces(document, movedBy: steps.edits)
      let proposed = Vietnamese.tonePlacementEdits(
        for: steps.text, within: [steps.text.range], placement, reason: "normalise.tone-marks")
      try steps.take(
        proposed.filtered { VietnameseJudge(steps.text, places).acceptsToneMark(at: $0) })
    }
    try context.checkCancelled()
    if options.quotes != .keep {
      let places = LanguagePlaces(document, movedBy: steps.edits)
      try steps.take(QuoteStyle.edits(for: steps.text, options.quotes, places))
    }
    if options.dashes != .keep {
      let places = LanguagePlaces(document, movedBy: steps.edits)
      try steps.take(DashStyle.edits(for: steps.text, options.dashes, places))
    }
    return EditResult(edits: steps.edits)
  }
}
