package io.fairlead.app.testing;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.web.filter.OncePerRequestFilter;

/// Writes down every SQL statement that a request runs, the session's included, so that tests can
/// count them. A request is known by its path and query.
///
/// It also refuses a request a second connection while it holds one: as many such requests at once
/// as there are connections would wait for each other.
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class Statements extends OncePerRequestFilter implements BeanPostProcessor {
  private static final ThreadLocal<@Nullable List<String>> CURRENT = new ThreadLocal<>();
  private static final Map<String, List<String>> REQUESTS = new ConcurrentHashMap<>();

  /// What this thread's open connection ran last; null while it has none open.
  private static final ThreadLocal<@Nullable String> HELD = new ThreadLocal<>();

  Statements() {}

  /// What the last request to this address ran, without the beat: whether there is a newer
  /// framework is asked by whichever request comes first in a second.
  public List<String> of(String address) {
    return List.copyOf(REQUESTS.getOrDefault(address, List.of())).stream()
        .filter(each -> !each.contains("max(number), 0) from framework_version"))
        .toList();
  }

  /// What is run on this thread meanwhile.
  public List<String> of(Runnable work) {
    List<String> run = Collections.synchronizedList(new ArrayList<>());
    CURRENT.set(run);
    try {
      work.run();
    } finally {
      CURRENT.remove();
      HELD.remove();
    }
    return List.copyOf(run);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    List<String> run = Collections.synchronizedList(new ArrayList<>());
    String query = request.getQueryString();
    REQUESTS.put(request.getRequestURI() + (query == null ? "" : "?" + query), run);
    CURRENT.set(run);
    try {
      chain.doFilter(request, response);
    } finally {
      CURRENT.remove();
      HELD.remove();
    }
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource source && !(bean instanceof Counted)
        ? new Counted(source)
        : bean;
  }

  private static final class Counted extends DelegatingDataSource {
    Counted(DataSource source) {
      super(source);
    }

    @Override
    public Connection getConnection() throws java.sql.SQLException {
      if (CURRENT.get() == null) {
        return super.getConnection();
      }
      String last = HELD.get();
      if (last != null) {
        throw new IllegalStateException(
            "a request wants a second connection while it holds one, which ran: " + last);
      }
      Connection connection = super.getConnection();
      HELD.set("nothing yet");
      return watched(connection, Connection.class, "");
    }
  }

  private static <T> T watched(T target, Class<T> type, String sql) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> called(target, method, arguments, sql)));
  }

  private static @Nullable Object called(
      Object target, Method method, Object @Nullable [] arguments, String sql) throws Throwable {
    boolean executes = method.getName().startsWith("execute");
    List<String> run = CURRENT.get();
    if (executes && run != null) {
      String executed =
          arguments != null && arguments.length > 0 && arguments[0] instanceof String said
              ? said
              : sql;
      run.add(executed);
      HELD.set(executed);
    }
    if (target instanceof Connection && method.getName().equals("close")) {
      HELD.remove();
    }
    try {
      Object result = method.invoke(target, arguments);
      String said =
          arguments != null && arguments.length > 0 && arguments[0] instanceof String text
              ? text
              : "";
      return switch (result) {
        case java.sql.CallableStatement statement ->
            watched(statement, java.sql.CallableStatement.class, said);
        case java.sql.PreparedStatement statement ->
            watched(statement, java.sql.PreparedStatement.class, said);
        case java.sql.Statement statement when method.getName().equals("createStatement") ->
            watched(statement, java.sql.Statement.class, "");
        case null -> null;
        default -> result;
      };
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }
}
