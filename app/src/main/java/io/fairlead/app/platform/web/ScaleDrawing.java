package io.fairlead.app.platform.web;

import com.openhtmltopdf.css.parser.FSColor;
import com.openhtmltopdf.css.parser.FSRGBColor;
import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Arrays;
import java.util.Map;
import org.w3c.dom.Element;

/// Where figures lie on a scale, on paper: `<object type="scale" low="1" high="5" others="4.1 4.4"
/// likely="3.9 4.6" self="3.7" alt="…"></object>`. Others' figure is a dot, or a bar between two;
/// where it is likely to lie is a pale bar around it; one's own is a diamond below it, so that
/// neither hides the other. What is absent is not drawn; without others' figure the axis is dotted.
/// With `axis="no"` it is a sign for a legend.
final class ScaleDrawing implements FSObjectDrawer {
  static final String TYPE = "scale";

  private static final FSColor INK = new FSRGBColor(0x1B, 0x2A, 0x38);
  private static final FSColor PAPER = new FSRGBColor(0xFF, 0xFF, 0xFF);
  private static final FSColor AXIS = new FSRGBColor(0x84, 0x8D, 0x95);
  private static final FSColor POINT = new FSRGBColor(0x1D, 0x5C, 0x8A);
  private static final FSColor BAR = new FSRGBColor(0x7F, 0xAF, 0xD0);
  private static final FSColor PALE = new FSRGBColor(0xDC, 0xE8, 0xF1);

  /// In pixels: the room at both ends, and half of what a mark is high.
  private static final double ROOM = 6;

  private static final double DOT = 3.2;
  private static final double DIAMOND = 4.8;
  private static final double TICK = 2.5;
  private static final double THIN = 2.4;
  private static final double WIDE = 5;
  private static final double LEAST = 2;
  private static final float LINE = 0.8f;

  @Override
  public Map<Shape, String> drawObject(
      Element element,
      double x,
      double y,
      double width,
      double height,
      OutputDevice device,
      RenderingContext context,
      int dotsPerPixel) {
    new Drawn(
            device,
            dotsPerPixel,
            x + ROOM * dotsPerPixel,
            width - 2 * ROOM * dotsPerPixel,
            y + height / 2,
            Double.parseDouble(element.getAttribute("low")),
            Double.parseDouble(element.getAttribute("high")))
        .all(element);
    return Map.of();
  }

  /// @param dots of a pixel
  /// @param left of the axis, and how long it is, in dots
  private record Drawn(
      OutputDevice device,
      int dots,
      double left,
      double length,
      double middle,
      double low,
      double high) {

    void all(Element element) {
      double[] others = figures(element, "others");
      if (!element.getAttribute("axis").equals("no")) {
        axis(others.length == 0);
      }
      double[] likely = figures(element, "likely");
      if (likely.length > 0) {
        bar(likely, WIDE, PALE);
      }
      for (double self : figures(element, "self")) {
        diamond(at(self));
      }
      if (others.length > 0 && others[0] < others[1]) {
        bar(others, THIN, BAR);
      } else if (others.length > 0) {
        dot(at(others[0]));
      }
    }

    private static double[] figures(Element element, String name) {
      String text = element.getAttribute(name);
      return text.isEmpty()
          ? new double[0]
          : Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private double at(double figure) {
      return left + length * (figure - low) / (high - low);
    }

    private void axis(boolean dotted) {
      device.setColor(AXIS);
      float thick = LINE * dots;
      device.setStroke(
          dotted
              ? new BasicStroke(
                  thick,
                  BasicStroke.CAP_BUTT,
                  BasicStroke.JOIN_MITER,
                  1,
                  new float[] {2f * dots, 4f * dots},
                  0)
              : new BasicStroke(thick));
      device.draw(new Line2D.Double(left, middle, left + length, middle));
      for (double point = low; !dotted && point <= high; point++) {
        double x = at(point);
        device.draw(new Line2D.Double(x, middle - TICK * dots, x, middle + TICK * dots));
      }
    }

    private void bar(double[] span, double half, FSColor colour) {
      double from = at(span[0]);
      double wide = Math.max(LEAST * dots, at(span[1]) - from);
      double round = 2.0 * dots;
      device.setColor(colour);
      device.fill(
          new RoundRectangle2D.Double(
              from, middle - half * dots, wide, 2 * half * dots, round, round));
    }

    private void dot(double x) {
      double radius = DOT * dots;
      device.setColor(POINT);
      device.fill(new Ellipse2D.Double(x - radius, middle - radius, 2 * radius, 2 * radius));
    }

    private void diamond(double x) {
      double radius = DIAMOND * dots;
      Path2D path = new Path2D.Double();
      path.moveTo(x, middle - radius);
      path.lineTo(x + radius, middle);
      path.lineTo(x, middle + radius);
      path.lineTo(x - radius, middle);
      path.closePath();
      device.setColor(PAPER);
      device.fill(path);
      device.setColor(INK);
      device.setStroke(new BasicStroke(1.3f * dots));
      device.draw(path);
    }
  }
}
