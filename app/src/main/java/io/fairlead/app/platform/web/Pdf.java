package io.fairlead.app.platform.web;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.util.XRLog;
import gg.jte.output.StringOutput;
import io.fairlead.app.platform.words.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Prints a template as PDF on the server, with our faces in it. The template is XHTML and declares
/// `@param Words words` and `@param … page`; its style sheet is `<link href="print:NAME.css">`,
/// which is `/print/NAME.css` of the program. Nothing else is fetched, from wherever.
///
/// The document is tagged as PDF/UA asks (ISO 14289-1), so that it can be read aloud: the template
/// has a `lang`, a `title` and a `<meta name="subject">`, tables have `th` with a `scope`, and what
/// is drawn has an `alt`. See [ScaleDrawing] for what can be drawn.
///
/// Our faces have the letters of the Latin alphabets. What they lack, of Greek or Chinese names for
/// instance, is printed as `#`.
@Component
public class Pdf {
  private static final Pattern OURS = Pattern.compile("print:([a-z-]+\\.css)");

  private final Templates templates;

  Pdf(Templates templates) {
    this.templates = templates;
    XRLog.setLoggingEnabled(false);
  }

  /// The document as bytes; of the same page, the same bytes.
  ///
  /// @param template such as `scorecard/paper`
  public byte[] of(String template, Words words, Object page) {
    StringOutput html = new StringOutput();
    templates.engine().render(template + ".jte", Map.of("words", words, "page", page), html);
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.useFastMode();
    builder.usePdfUaAccessibility(true);
    DefaultObjectDrawerFactory drawings = new DefaultObjectDrawerFactory();
    drawings.registerDrawer(ScaleDrawing.TYPE, new ScaleDrawing());
    builder.useObjectDrawerFactory(drawings);
    builder.useFont(() -> resource("atkinson-400.ttf"), "sans", 400, FontStyle.NORMAL, true);
    builder.useFont(() -> resource("atkinson-600.ttf"), "sans", 600, FontStyle.NORMAL, true);
    builder.useFont(() -> resource("serif-400.ttf"), "words", 400, FontStyle.NORMAL, true);
    builder.useUriResolver((_, address) -> OURS.matcher(address).matches() ? address : null);
    builder.useProtocolsStreamImplementation(Sheet::new, "print");
    builder.withProducer("Fairlead");
    // Our faces have no rules by which a letter and the accent after it become one.
    builder.withHtmlContent(Normalizer.normalize(html.toString(), Normalizer.Form.NFC), null);
    builder.toStream(OutputStream.nullOutputStream());
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
      renderer.layout();
      renderer.createPDFWithoutClosing();
      PDDocument document = renderer.getPdfDocument();
      // When it was made would tell two copies of one document apart.
      document.getDocumentInformation().setCreationDate(null);
      document.setDocumentId(1L);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// The document as an answer, shown in the browser.
  ///
  /// @param name of the file, without its ending
  public ResponseEntity<byte[]> answer(String name, String template, Words words, Object page) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline()
                .filename(name + ".pdf", StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(of(template, words, page));
  }

  private static InputStream resource(String name) {
    InputStream found = Pdf.class.getResourceAsStream("/print/" + name);
    if (found == null) {
      throw new IllegalStateException("no /print/" + name);
    }
    return found;
  }

  /// A style sheet of ours.
  private record Sheet(String address) implements FSStream {
    @Override
    public InputStream getStream() {
      return resource(OURS.matcher(address).replaceFirst("$1"));
    }

    @Override
    public Reader getReader() {
      return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
    }
  }
}
