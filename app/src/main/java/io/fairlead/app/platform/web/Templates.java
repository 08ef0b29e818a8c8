package io.fairlead.app.platform.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.springframework.stereotype.Component;

/// jte's precompiled templates: `people/list` is `src/main/jte/people/list.jte`. Pages are shown
/// through `Pages`; this is for what is no page, such as a mail.
@Component
public class Templates {
  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Templates.class.getClassLoader(), "io.fairlead.pages");

  Templates() {}

  /// The template's HTML, with every parameter escaped where it stands.
  public String html(String template, Map<String, Object> parameters) {
    StringOutput output = new StringOutput();
    engine.render(template + ".jte", parameters, output);
    return output.toString();
  }

  TemplateEngine engine() {
    return engine;
  }
}
