package io.fairlead.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/// What came of a command line run in this process: `Shell.run("version").out()`.
record Shell(int code, String out, String err) {

  static Shell run(Object... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    String[] words = new String[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      words[i] = arguments[i].toString();
    }
    int code = Main.run(new Terminal(new PrintWriter(out), new PrintWriter(err)), words);
    return new Shell(code, out.toString(), err.toString());
  }
}
