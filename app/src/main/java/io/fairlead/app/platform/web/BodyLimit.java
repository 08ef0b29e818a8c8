package io.fairlead.app.platform.web;

import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.web.Errors.RefusedException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Holds JSON to `Limits.FORM`, whether or not its sender says beforehand how long it is. Forms and
/// files have their limits from the server.
@Component
final class BodyLimit extends OncePerRequestFilter {
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String type = request.getContentType();
    return type == null || !type.contains("json") || takesFiles(request.getRequestURI());
  }

  /// Imports are sent as they are and have the limit of files.
  private static boolean takesFiles(String path) {
    return path.endsWith("/imports");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(new Limited(request), response);
  }

  private static final class Limited extends HttpServletRequestWrapper {
    Limited(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new Counted(super.getInputStream());
    }
  }

  private static final class Counted extends ServletInputStream {
    private final ServletInputStream sent;
    private long read;

    Counted(ServletInputStream sent) {
      this.sent = sent;
    }

    @Override
    public int read() throws IOException {
      return counted(sent.read(), 1);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int got = sent.read(target, offset, length);
      return counted(got, got);
    }

    private int counted(int result, int bytes) {
      read += result < 0 ? 0 : bytes;
      if (read > Limits.FORM) {
        throw new RefusedException(
            Reason.of(Reason.Kind.TOO_LARGE, "too-large", Limits.FORM / 1024 / 1024));
      }
      return result;
    }

    @Override
    public boolean isFinished() {
      return sent.isFinished();
    }

    @Override
    public boolean isReady() {
      return sent.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      sent.setReadListener(listener);
    }
  }
}
