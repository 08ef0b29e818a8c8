package io.fairlead.app.feedback;

import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason.Kind;
import io.fairlead.app.platform.web.Errors;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.FormState;
import java.util.Map;
import java.util.function.Function;
import org.springframework.web.servlet.ModelAndView;

/// A form that was sent and refused.
final class RefusedForm {
  private RefusedForm() {}

  /// The page of the form once more, with what was sent and what is wrong with it.
  ///
  /// @throws RefusedException where there is nothing that the viewer could put right
  static ModelAndView again(
      Refused<?> refused, Map<String, String> sent, Function<FormState, ModelAndView> page) {
    if (refused.reasons().stream()
        .anyMatch(each -> each.kind() == Kind.NOT_FOUND || each.kind() == Kind.FORBIDDEN)) {
      throw new RefusedException(refused);
    }
    ModelAndView again = page.apply(FormState.refused(sent, refused));
    again.setStatus(Errors.status(refused.reasons()));
    return again;
  }
}
