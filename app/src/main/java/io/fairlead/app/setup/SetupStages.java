package io.fairlead.app.setup;

import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.web.Errors;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.web.SeenBy;
import io.fairlead.app.setup.SetupStep.Way;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// What the pages of the first run have in common.
@Component
public class SetupStages {
  private final Setup setup;
  private final Pages pages;

  SetupStages(Setup setup, Pages pages) {
    this.setup = setup;
    this.pages = pages;
  }

  /// A step's page of a small organisation.
  ///
  /// @param number of the step, from 1
  /// @param back path of the step before; null on the first
  public record Stage(int number, int of, @Nullable String back) {}

  Stage stage(SetupStep step) {
    List<SetupStep> steps = SetupStep.of(Way.SMALL);
    int at = steps.indexOf(step);
    return new Stage(at + 1, steps.size(), at == 0 ? null : steps.get(at - 1).path());
  }

  void allowed(Viewer viewer) {
    if (!setup.maySetUp(viewer)) {
      throw new RefusedException(Reason.notFound());
    }
  }

  ModelAndView shown(
      String template, SetupStep step, @Nullable SeenBy seenBy, Object page, FormState form) {
    ModelAndView view =
        pages.show(
            template,
            pages.words().text("setup." + step.code() + ".title"),
            Place.HOME,
            seenBy,
            page);
    if (form.wasRefused()) {
      view.setStatus(Errors.status(form.reasons()));
    }
    return view;
  }

  /// Lets every page show the way back here, or no longer.
  static void leave(HttpServletRequest request, HttpServletResponse response, boolean open) {
    Cookie cookie = new Cookie(Pages.SETTING_UP, open ? "1" : "");
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setAttribute("SameSite", "Lax");
    cookie.setMaxAge(open ? -1 : 0);
    response.addCookie(cookie);
  }

  static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Done<T>(T value) -> value;
      case Refused<T> refused -> throw new RefusedException(refused);
    };
  }

  /// What the form shows again; what has no form to return to is a page of its own.
  static FormState refused(Map<String, String> sent, Refused<?> refused) {
    if (refused.reasons().getFirst().kind() == Reason.Kind.NOT_FOUND) {
      throw new RefusedException(refused);
    }
    return FormState.refused(sent, refused);
  }
}
