package io.fairlead.app.instruments;

import io.fairlead.app.platform.Reason;
import io.fairlead.methods.instruments.FileProblem;
import io.fairlead.methods.instruments.Instrument;
import io.fairlead.methods.instruments.InstrumentFile;
import io.fairlead.methods.instruments.InstrumentFile.Read.Refused;
import io.fairlead.methods.instruments.InstrumentFile.Read.Sound;
import io.fairlead.methods.instruments.InstrumentFinding;
import io.fairlead.methods.instruments.InstrumentLint;
import io.fairlead.methods.instruments.ItemBank;
import io.fairlead.methods.wording.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What there is to say of a draft.
///
/// @param fields null where a form cannot show all of it
/// @param instrument null where it cannot be read as one
/// @param findings what the lint says of it, if it can be read
/// @param refusals what stands in the way of publishing it, each at its field, or at `document`
///   where the form has none
record InstrumentCheck(
    @Nullable InstrumentFields fields,
    @Nullable Instrument instrument,
    List<InstrumentFinding> findings,
    List<Reason> refusals) {
  static final String DOCUMENT = "document";

  /// @param id by which it has to go
  /// @param edition that it has to become
  static InstrumentCheck of(String document, String id, int edition) {
    InstrumentFields fields = InstrumentFields.of(document).orElse(null);
    return switch (InstrumentFile.read(document, ItemBank.shipped())) {
      case Refused(List<FileProblem> problems) ->
          new InstrumentCheck(
              fields,
              null,
              List.of(),
              problems.stream().map(each -> reason(fields, each)).toList());
      case Sound(Instrument instrument) -> {
        List<InstrumentFinding> findings = InstrumentLint.lint(instrument, ItemBank.shipped());
        List<Reason> refusals = new ArrayList<>();
        if (!instrument.id().equals(id)) {
          refusals.add(Reason.invalid("instrument", "instruments.other-id", id));
        }
        if (instrument.edition() != edition) {
          refusals.add(
              Reason.invalid("edition", "instruments.other-edition", Integer.toString(edition)));
        }
        findings.stream()
            .filter(each -> each.rule().severity() == Severity.ERROR && each.accepted().isEmpty())
            .forEach(each ->
                refusals.add(
                    Reason.invalid(
                        place(fields, each).orElse(DOCUMENT),
                        "instruments.finding",
                        each.where().isEmpty() ? 0 : 1,
                        each.where(),
                        each.what())));
        yield new InstrumentCheck(fields, instrument, findings, List.copyOf(refusals));
      }
    };
  }

  private static Reason reason(@Nullable InstrumentFields fields, FileProblem problem) {
    String field = fields == null ? null : fields.at(problem.line());
    if (fields == null || field == null) {
      return Reason.invalid(
          DOCUMENT, "instruments.problem", Integer.toString(problem.line()), problem.message());
    }
    return fields.values().getOrDefault(field, "").isBlank()
        ? Reason.invalid(field, "required")
        : Reason.invalid(
            field, "instruments.problem", Integer.toString(problem.line()), problem.message());
  }

  /// The row of the form that a finding is about, such as `sections.0.items.2`.
  Optional<String> place(InstrumentFinding finding) {
    return place(fields, finding);
  }

  private static Optional<String> place(
      @Nullable InstrumentFields fields, InstrumentFinding finding) {
    String field = fields == null || finding.line() == 0 ? null : fields.at(finding.line());
    return Optional.ofNullable(field).map(each -> each.substring(0, each.lastIndexOf('.')));
  }
}
