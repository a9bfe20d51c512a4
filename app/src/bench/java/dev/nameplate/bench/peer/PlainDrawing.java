package dev.nameplate.bench.peer;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import dev.nameplate.bench.Recipient;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.TexturePaint;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The three workloads as a program would draw them with Java2D alone: everything, each time. */
final class PlainDrawing {
  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
  private static final Color SLATE = new Color(0x475569);

  private final Font regular;
  private final Font bold;
  private final BufferedImage logo;
  private final BufferedImage photo;
  private final BufferedImage avatar;

  PlainDrawing(PlainAssets assets) {
    Map<TextAttribute, Object> kerning = Map.of(TextAttribute.KERNING, TextAttribute.KERNING_ON);
    regular = assets.font("inter/Inter_400Regular.ttf").deriveFont(kerning);
    bold = assets.font("inter/Inter_700Bold.ttf").deriveFont(kerning);
    logo = assets.picture("w1/assets/logo.png");
    photo = assets.picture("w2/assets/photo.jpg");
    avatar = assets.picture("w3/assets/avatar.jpg");
  }

  /** The picture of {@code w1}, {@code w2} or {@code w3}; the caller owns it. */
  BufferedImage draw(String workload, Recipient recipient) {
    int height = workload.equals("w1") ? 400 : workload.equals("w2") ? 628 : 600;
    BufferedImage image = new BufferedImage(1200, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    switch (workload) {
      case "w1" -> banner(graphics, recipient);
      case "w2" -> photograph(graphics, recipient);
      default -> ticket(graphics, recipient);
    }
    graphics.dispose();
    return image;
  }

  private void banner(Graphics2D graphics, Recipient recipient) {
    graphics.setPaint(new GradientPaint(0, 0, new Color(0x4f46e5), 1200, 0, new Color(0x0ea5e9)));
    graphics.fillRect(0, 0, 1200, 400);
    graphics.drawImage(logo, 64, 48, null);
    String head = "Hi " + recipient.name() + ", your seat is saved";
    text(graphics, head, 64, 268, fitted(head, 1072, 64), Color.WHITE);
    String sub = "Autumn Product Summit — Thursday 14 October, 18:30";
    text(graphics, sub, 64, 330, regular.deriveFont(30f), new Color(0xe0e7ff));
  }

  private void photograph(Graphics2D graphics, Recipient recipient) {
    graphics.drawImage(photo, 0, 0, null);
    graphics.setColor(new Color(15, 23, 42, 140));
    graphics.fillRect(0, 0, 1200, 628);
    graphics.drawImage(logo, 72, 64, null);
    String head = recipient.name() + ", see what " + recipient.company() + " can ship this quarter";
    float size = 60;
    List<String> lines = wrapped(head, 1056, size);
    while (lines.size() > 2 && size > 32) {
      size -= 4;
      lines = wrapped(head, 1056, size);
    }
    for (int line = 0; line < lines.size(); line++) {
      text(graphics, lines.get(line), 72, 340 + 72 * line, bold.deriveFont(size), Color.WHITE);
    }
    String sub = "Prepared for " + recipient.company();
    text(graphics, sub, 72, 500, regular.deriveFont(30f), new Color(0xcbd5e1));
  }

  private void ticket(Graphics2D graphics, Recipient recipient) {
    graphics.setColor(new Color(0xfff7ed));
    graphics.fillRect(0, 0, 1200, 600);
    graphics.setColor(new Color(0x7c3aed));
    graphics.fillRect(0, 0, 1200, 96);
    text(graphics, "ADMIT ONE", 64, 62, bold.deriveFont(36f), Color.WHITE);
    graphics.setPaint(new TexturePaint(avatar, new Rectangle2D.Double(64, 160, 256, 256)));
    graphics.fill(new Ellipse2D.Double(64, 160, 256, 256));
    Font name = fitted(recipient.name(), 500, 56);
    text(graphics, recipient.name(), 352, 256, name, new Color(0x0f172a));
    text(graphics, "Autumn Product Summit 2026", 352, 320, regular.deriveFont(34f), SLATE);
    text(graphics, "Thu 14 October · 18:30 · Hall B", 352, 372, regular.deriveFont(28f), SLATE);
    code(graphics, "https://tix.example.com/t/" + recipient.id());
  }

  private static void code(Graphics2D graphics, String payload) {
    graphics.setColor(Color.WHITE);
    graphics.fillRect(890, 160, 246, 246);
    graphics.setColor(Color.BLACK);
    ByteMatrix matrix = matrix(payload);
    int left = 890 + (246 - 6 * matrix.getWidth()) / 2;
    int top = 160 + (246 - 6 * matrix.getHeight()) / 2;
    for (int row = 0; row < matrix.getHeight(); row++) {
      for (int column = 0; column < matrix.getWidth(); column++) {
        if (matrix.get(column, row) == 1) {
          graphics.fillRect(left + 6 * column, top + 6 * row, 6, 6);
        }
      }
    }
  }

  private static ByteMatrix matrix(String payload) {
    try {
      return Encoder.encode(
              payload,
              ErrorCorrectionLevel.M,
              Map.of(com.google.zxing.EncodeHintType.QR_VERSION, 4))
          .getMatrix();
    } catch (WriterException tooLong) {
      throw new IllegalArgumentException(tooLong);
    }
  }

  private Font fitted(String text, double width, float largest) {
    float size = largest;
    while (size > 24 && width(text, size) > width) {
      size -= 2;
    }
    return bold.deriveFont(size);
  }

  private List<String> wrapped(String text, double width, float size) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && width(longer, size) > width) {
        lines.add(line);
        line = word;
      } else {
        line = longer;
      }
    }
    lines.add(line);
    return lines;
  }

  private double width(String text, float size) {
    return new TextLayout(text, bold.deriveFont(size), CONTEXT).getAdvance();
  }

  private static void text(
      Graphics2D graphics, String text, float x, float y, Font font, Color color) {
    graphics.setColor(color);
    new TextLayout(text, font, CONTEXT).draw(graphics, x, y);
  }
}
