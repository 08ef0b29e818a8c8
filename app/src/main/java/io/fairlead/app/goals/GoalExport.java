package io.fairlead.app.goals;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.web.Limits;
import io.fairlead.methods.goals.GoalColumn;
import io.fairlead.methods.goals.GoalFile;
import io.fairlead.methods.goals.GoalRow;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;

/// Goals as the flat goals file: what the viewer may see of what a query finds.
@Component
class GoalExport {
  private static final Set<GoalColumn> FIGURES =
      EnumSet.of(
          GoalColumn.BASELINE,
          GoalColumn.TARGET,
          GoalColumn.LOW,
          GoalColumn.HIGH,
          GoalColumn.TOLERANCE,
          GoalColumn.WEIGHT,
          GoalColumn.CURRENT,
          GoalColumn.CONFIDENCE);

  private final GoalViewStore store;

  GoalExport(GoalViewStore store) {
    this.store = store;
  }

  GoalFile file(Viewer viewer, GoalQuery query, boolean everyCycle, LocalDate today) {
    return GoalFile.of(
        store.lines(viewer, today, query, everyCycle, Limits.EXPORT_ROWS).stream()
            .map(GoalLine::row)
            .toList());
  }

  /// As a workbook of one sheet. Text is written as text, so that no cell is a formula; figures are
  /// figures as far as a spreadsheet holds them exactly.
  static void workbook(GoalFile file, OutputStream to) throws IOException {
    try (Workbook book = new Workbook(to, "Fairlead", "1.0")) {
      Worksheet sheet = book.newWorksheet("Goals");
      int column = 0;
      for (GoalColumn known : GoalColumn.values()) {
        sheet.value(0, column, known.header());
        column++;
      }
      for (String attribute : file.attributes()) {
        sheet.value(0, column, attribute);
        column++;
      }
      int line = 1;
      for (GoalRow row : file.rows()) {
        write(sheet, line, row, file);
        line++;
      }
    }
  }

  private static void write(Worksheet sheet, int line, GoalRow row, GoalFile file) {
    int column = 0;
    for (GoalColumn known : GoalColumn.values()) {
      String cell = row.cells().getOrDefault(known, "");
      if (FIGURES.contains(known) && isFigure(cell)) {
        sheet.value(line, column, new BigDecimal(cell));
      } else if (!cell.isEmpty()) {
        sheet.value(line, column, cell);
      }
      column++;
    }
    for (String attribute : file.attributes()) {
      String cell = row.attributes().getOrDefault(attribute, "");
      if (!cell.isEmpty()) {
        sheet.value(line, column, cell);
      }
      column++;
    }
  }

  private static boolean isFigure(String cell) {
    return cell.length() <= 15 && cell.matches("-?\\d+(\\.\\d+)?");
  }
}
