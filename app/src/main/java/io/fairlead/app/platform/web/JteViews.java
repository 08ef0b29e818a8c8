package io.fairlead.app.platform.web;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/// Finds jte's precompiled templates: view name `people/list` is `src/main/jte/people/list.jte`.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class JteViews implements ViewResolver, PageParts {
  private final TemplateEngine engine;

  JteViews(Templates templates) {
    this.engine = templates.engine();
  }

  @Override
  public @Nullable View resolveViewName(String name, Locale locale) {
    String template = name + ".jte";
    return engine.hasTemplate(template) ? new JteView(template) : null;
  }

  @Override
  public Content of(String name, Frame frame, Object page) {
    return output -> engine.render(name + ".jte", Map.of("frame", frame, "page", page), output);
  }

  private final class JteView implements View {
    private final String template;

    JteView(String template) {
      this.template = template;
    }

    @Override
    public String getContentType() {
      return "text/html";
    }

    @Override
    public void render(
        @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
        throws Exception {
      Utf8ByteOutput output = new Utf8ByteOutput();
      engine.render(template, Map.copyOf(parametersOf(model)), output);
      response.setContentType("text/html;charset=UTF-8");
      response.setContentLength(output.getContentLength());
      // In one piece: every write passes all filters.
      try (var stream = response.getOutputStream()) {
        stream.write(output.toByteArray());
      }
    }

    /// jte refuses parameters that a template does not declare, so only ours pass.
    private Map<String, Object> parametersOf(@Nullable Map<String, ?> model) {
      java.util.HashMap<String, Object> parameters = new java.util.HashMap<>();
      if (model != null) {
        for (String name : new String[] {"frame", "page"}) {
          Object value = model.get(name);
          if (value != null) {
            parameters.put(name, value);
          }
        }
      }
      return parameters;
    }
  }
}
