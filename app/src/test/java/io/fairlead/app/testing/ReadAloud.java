package io.fairlead.app.testing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;

/// What keeps a PDF from being read aloud: what a whole checker of PDF/UA-1 finds first.
public final class ReadAloud {
  private static final Set<String> PAINTS =
      Set.of("Tj", "TJ", "'", "\"", "S", "s", "f", "f*", "Do");

  private ReadAloud() {}

  public static List<String> findings(byte[] pdf) throws IOException {
    List<String> findings = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDDocumentCatalog catalog = document.getDocumentCatalog();
      check(
          findings,
          "not tagged",
          catalog.getMarkInfo() != null && catalog.getMarkInfo().isMarked());
      check(findings, "no language", present(catalog.getLanguage()));
      check(findings, "no title", present(document.getDocumentInformation().getTitle()));
      check(findings, "no subject", present(document.getDocumentInformation().getSubject()));
      String text = new PDFTextStripper().getText(document);
      check(findings, "a letter that our faces lack", !text.contains("#"));
      if (catalog.getStructureTreeRoot() == null) {
        findings.add("no structure");
        return findings;
      }
      List<String> types = new ArrayList<>();
      elements(findings, types, catalog.getStructureTreeRoot());
      check(findings, "no heading", types.contains("H1"));
      check(findings, "table without headers", !types.contains("Table") || types.contains("TH"));
      for (PDPage page : document.getPages()) {
        untagged(findings, page);
      }
    }
    return findings;
  }

  private static void check(List<String> findings, String finding, boolean holds) {
    if (!holds) {
      findings.add(finding);
    }
  }

  private static boolean present(@Nullable String text) {
    return text != null && !text.isBlank();
  }

  private static void elements(List<String> findings, List<String> types, PDStructureNode node) {
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        types.add(Objects.requireNonNull(element.getStructureType()));
        if (element.getStructureType().equals("Figure")) {
          check(findings, "figure without words", present(element.getAlternateDescription()));
        }
        elements(findings, types, element);
      }
    }
  }

  /// What is painted neither as content of the structure nor as an ornament.
  private static void untagged(List<String> findings, PDPage page) throws IOException {
    int depth = 0;
    PDFStreamParser parser = new PDFStreamParser(page);
    for (Object token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
      if (token instanceof Operator operator) {
        String name = operator.getName();
        depth += name.equals("BDC") || name.equals("BMC") ? 1 : name.equals("EMC") ? -1 : 0;
        check(findings, "untagged " + name, depth > 0 || !PAINTS.contains(name));
      }
    }
  }
}
