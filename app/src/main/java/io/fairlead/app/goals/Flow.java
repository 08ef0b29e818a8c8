package io.fairlead.app.goals;

import java.util.ArrayList;
import java.util.List;

/// What an objective contributes to, drawn as streams that leave one source, each as wide as its
/// share.
///
/// @param source the line that the streams leave
public record Flow(int height, String source, List<Stream> streams) {
  private static final int ROW = 44;
  private static final double WIDEST = 20;

  public record Stream(String path, String width, boolean primary, boolean agreed) {}

  static Flow of(List<ObjectiveDetail.Move> moves) {
    int height = ROW * moves.size();
    double whole = moves.stream().mapToDouble(ObjectiveDetail.Move::share).sum() * WIDEST;
    double top = (height - whole) / 2;
    var streams = new ArrayList<Stream>();
    double at = top;
    for (int i = 0; i < moves.size(); i++) {
      ObjectiveDetail.Move move = moves.get(i);
      double width = Math.max(1.5, move.share() * WIDEST);
      double from = at + move.share() * WIDEST / 2;
      double to = i * ROW + 20;
      streams.add(
          new Stream(
              "M5 " + text(from) + "C52 " + text(from) + " 56 " + text(to) + " 104 " + text(to),
              text(width),
              move.primary(),
              move.agreed()));
      at += move.share() * WIDEST;
    }
    return new Flow(
        height, "M4 " + text(top - 2) + "V" + text(top + whole + 2), List.copyOf(streams));
  }

  private static String text(double pixels) {
    return Double.toString(Math.round(pixels * 10) / 10.0);
  }
}
