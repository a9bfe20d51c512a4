package dev.nameplate.render.code;

import com.google.zxing.ChecksumException;
import com.google.zxing.EncodeHintType;
import com.google.zxing.FormatException;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import dev.nameplate.template.layer.QrLayer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A QR code.
 *
 * @param hole the side of the square in the middle that a logo may cover, in modules; 0 for none
 */
public record QrCode(ByteMatrix matrix, int hole) {
  /** Free modules between a logo and the code. */
  public static final int MARGIN = 1;

  /** A logo of fewer than five modules could not be told from the code. */
  private static final int LEAST_HOLE = 5 + 2 * MARGIN;

  private static final double LEAST_SHARE = 0.05;

  private static final double SMALLER = 0.85;
  private static final List<QrLayer.Correction> LEVELS = List.of(QrLayer.Correction.values());

  /** The modules, those under the logo left light. */
  public BarcodeMatrix modules() {
    BarcodeMatrix all = BarcodeMatrix.of(matrix);
    return hole == 0 ? all : all.without(hole);
  }

  /** The code at the level asked for, or at a lower one where the payload is long. */
  public static Optional<QrCode> of(String payload, QrLayer.Correction correction) {
    Optional<ByteMatrix> matrix = matrix(payload, correction);
    for (int level = LEVELS.indexOf(correction) - 1; matrix.isEmpty() && level >= 0; level--) {
      matrix = matrix(payload, LEVELS.get(level));
    }
    return matrix.map(found -> new QrCode(found, 0));
  }

  /**
   * The code with room for a logo, at the lowest level from the one asked for on that makes up for
   * what the logo covers. Where none does, the logo is made smaller, and at last left out: a code
   * that can be read comes before a picture in it.
   */
  public static Optional<QrCode> of(String payload, QrLayer.Correction correction, double share) {
    List<ByteMatrix> codes =
        LEVELS.subList(LEVELS.indexOf(correction), LEVELS.size()).stream()
            .flatMap(level -> matrix(payload, level).stream())
            .toList();
    for (double tried = share; tried > LEAST_SHARE; tried *= SMALLER) {
      for (ByteMatrix matrix : codes) {
        int hole = hole(matrix.getWidth(), tried);
        if (hole >= LEAST_HOLE && survives(matrix, hole)) {
          return Optional.of(new QrCode(matrix, hole));
        }
      }
    }
    return of(payload, correction);
  }

  /** The side of a logo's hole, odd as the code's own side is. */
  private static int hole(int side, double share) {
    return 2 * (int) Math.round((side * share - 1) / 2) + 1 + 2 * MARGIN;
  }

  /**
   * Whether a code can still be read with every module in the middle wrong, one more on each side
   * among them: about half of them will look right, and what that leaves is for folds and dirt.
   */
  private static boolean survives(ByteMatrix matrix, int hole) {
    int side = matrix.getWidth();
    boolean[][] spoilt = new boolean[side][side];
    int from = (side - hole) / 2 - 1;
    int to = from + hole + 2;
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        boolean covered = row >= from && row < to && column >= from && column < to;
        spoilt[row][column] = (matrix.get(column, row) == 1) != covered;
      }
    }
    try {
      new Decoder().decode(spoilt);
      return true;
    } catch (ChecksumException | FormatException unreadable) {
      return false;
    }
  }

  private static Optional<ByteMatrix> matrix(String payload, QrLayer.Correction level) {
    try {
      return Optional.of(
          Encoder.encode(
                  payload,
                  ErrorCorrectionLevel.valueOf(level.name()),
                  Map.of(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name()))
              .getMatrix());
    } catch (WriterException tooLong) {
      return Optional.empty();
    }
  }
}
