package io.fairlead.methods.reference;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// One kind of reference file: how its figures are fed to the methods.
interface CaseKind {

  /// As the files name it in `kind`.
  String name();

  /// The cases of one file, compared.
  List<Comparison> compare(JsonNode file, Companions companions);

  /// Reads the data file beside a case by its name.
  interface Companions {
    String text(String fileName);
  }
}
