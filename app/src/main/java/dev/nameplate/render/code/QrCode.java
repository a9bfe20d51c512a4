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
 * A QR code (ISO/IEC 18004).
 *
 * @param matrix the modules, without quiet zone
 * @param hole the side of the square in the middle that a logo may cover, in modules; 0 for none
 */
public record QrCode(ByteMatrix matrix, int hole) {
  /** Light modules between a logo and the code, on each side. */
  public static final int MARGIN = 1;

  /** A logo of fewer than five modules could not be distinguished from the code. */
  private static final int MIN_HOLE = 5 + 2 * MARGIN;

  private static final double MIN_SHARE = 0.05;

  private static final double SHRINK_FACTOR = 0.85;
  private static final List<QrLayer.Correction> LEVELS = List.of(QrLayer.Correction.values());

  /** The modules; those in the hole are light. */
  public BarcodeMatrix modules() {
    BarcodeMatrix all = BarcodeMatrix.of(matrix);
    return hole == 0 ? all : all.without(hole);
  }

  /**
   * A code without a logo.
   *
   * @param payload text, encoded in UTF-8
   * @param correction the level of error correction; a lower one is used if the payload is too long
   *     for it
   * @return a code whose {@link #hole} is 0; empty if the payload is too long at every level
   */
  public static Optional<QrCode> of(String payload, QrLayer.Correction correction) {
    Optional<ByteMatrix> matrix = matrix(payload, correction);
    for (int level = LEVELS.indexOf(correction) - 1; matrix.isEmpty() && level >= 0; level--) {
      matrix = matrix(payload, LEVELS.get(level));
    }
    return matrix.map(found -> new QrCode(found, 0));
  }

  /**
   * A code with a hole for a logo, at the lowest level, from the given one upwards, that corrects
   * what the logo covers. If none does, the logo is made smaller and finally left out, so that the
   * code can always be read.
   *
   * @param payload text, encoded in UTF-8
   * @param correction the minimum level of error correction; without a logo, a lower one is used if
   *     the payload is too long for it
   * @param share the logo's side as a fraction of the code's, above 0 and below 1
   * @return a code whose {@link #hole} is 0 if the logo is left out; empty if the payload is too
   *     long at every level
   */
  public static Optional<QrCode> of(String payload, QrLayer.Correction correction, double share) {
    List<ByteMatrix> codes =
        LEVELS.subList(LEVELS.indexOf(correction), LEVELS.size()).stream()
            .flatMap(level -> matrix(payload, level).stream())
            .toList();
    for (double tried = share; tried > MIN_SHARE; tried *= SHRINK_FACTOR) {
      for (ByteMatrix matrix : codes) {
        int hole = hole(matrix.getWidth(), tried);
        if (hole >= MIN_HOLE && staysReadable(matrix, hole)) {
          return Optional.of(new QrCode(matrix, hole));
        }
      }
    }
    return of(payload, correction);
  }

  /** The side of a logo's hole in modules, odd as the code's own side is. */
  private static int hole(int side, double share) {
    return 2 * (int) Math.round((side * share - 1) / 2) + 1 + 2 * MARGIN;
  }

  /**
   * Whether a code can be decoded with every module of the hole, and of one module around it,
   * inverted. In print about half of them will be right, which leaves a reserve for folds and dirt.
   */
  private static boolean staysReadable(ByteMatrix matrix, int hole) {
    int side = matrix.getWidth();
    boolean[][] damaged = new boolean[side][side];
    int from = (side - hole) / 2 - 1;
    int to = from + hole + 2;
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        boolean covered = row >= from && row < to && column >= from && column < to;
        damaged[row][column] = (matrix.get(column, row) == 1) != covered;
      }
    }
    try {
      new Decoder().decode(damaged);
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
