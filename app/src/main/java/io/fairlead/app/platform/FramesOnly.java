package io.fairlead.app.platform;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.springframework.boot.logging.StackTracePrinter;

/// Writes a failure into the log as the kinds of its causes and where they happened. Their messages
/// are left out, because they quote what people typed.
public final class FramesOnly implements StackTracePrinter {
  private static final int FRAMES = 40;

  @Override
  public void printStackTrace(Throwable failure, Appendable out) throws IOException {
    Set<Throwable> told = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Throwable cause = failure; cause != null && told.add(cause); cause = cause.getCause()) {
      out.append(told.size() == 1 ? "" : "Caused by: ").append(cause.getClass().getName());
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        out.append(" (SQLSTATE ").append(sql.getSQLState()).append(')');
      }
      out.append('\n');
      StackTraceElement[] frames = cause.getStackTrace();
      for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
        out.append("  at ").append(frames[i].toString()).append('\n');
      }
    }
  }
}
