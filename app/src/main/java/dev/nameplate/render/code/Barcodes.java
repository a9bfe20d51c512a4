package dev.nameplate.render.code;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.aztec.encoder.Encoder;
import com.google.zxing.datamatrix.DataMatrixWriter;
import com.google.zxing.datamatrix.encoder.SymbolShapeHint;
import com.google.zxing.oned.Code128Writer;
import com.google.zxing.oned.EAN13Writer;
import com.google.zxing.pdf417.encoder.PDF417;
import dev.nameplate.geometry.DeviceBox;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Encodes payloads as barcodes. A payload that the symbology cannot encode gives an empty result.
 */
public final class Barcodes {
  /** Error correction words of an Aztec code, in percent: what ISO/IEC 24778 recommends. */
  private static final int AZTEC_CORRECTION = 23;

  /** Level 0 to 8; ISO/IEC 15438 recommends 3 for up to 160 codewords. */
  private static final int PDF417_CORRECTION = 3;

  /** A PDF417 row's height, in module widths. */
  private static final int PDF417_ROW = 3;

  private static final int PDF417_MOST_ROWS = 90;
  private static final int[] PDF417_COLUMNS = {1, 2, 3, 4, 5, 6, 8, 10, 13, 17};

  private Barcodes() {}

  /**
   * A Code 128 barcode (ISO/IEC 15417) with one row of modules.
   *
   * @return empty for characters outside ASCII
   */
  public static Optional<BarcodeMatrix> code128(String payload) {
    return tried(() -> BarcodeMatrix.of(new Code128Writer().encode(payload)));
  }

  /**
   * An EAN-13 barcode (ISO/IEC 15420) with one row of modules.
   *
   * @param payload 12 digits, or 13 with a correct check digit
   * @return empty for any other payload
   */
  public static Optional<BarcodeMatrix> ean13(String payload) {
    return tried(() -> BarcodeMatrix.of(new EAN13Writer().encode(payload)));
  }

  /**
   * A UPC-A barcode: the EAN-13 barcode (ISO/IEC 15420) of the payload after a zero.
   *
   * @param payload 11 digits, or 12 with a correct check digit
   * @return empty for any other payload
   */
  public static Optional<BarcodeMatrix> upcA(String payload) {
    return ean13("0" + payload);
  }

  /**
   * An Aztec code (ISO/IEC 24778) in ISO-8859-1 if that can encode the payload, else in UTF-8.
   *
   * @return empty if the payload is too long
   */
  public static Optional<BarcodeMatrix> aztec(String payload) {
    boolean latin = StandardCharsets.ISO_8859_1.newEncoder().canEncode(payload);
    return tried(
        () ->
            BarcodeMatrix.of(
                Encoder.encode(
                        payload,
                        AZTEC_CORRECTION,
                        0,
                        latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8)
                    .getMatrix()));
  }

  /**
   * A square Data Matrix code (ISO/IEC 16022).
   *
   * @return empty if the payload is empty, too long, or has characters that the code cannot encode
   */
  public static Optional<BarcodeMatrix> dataMatrix(String payload) {
    Map<EncodeHintType, Object> square =
        Map.of(EncodeHintType.DATA_MATRIX_SHAPE, SymbolShapeHint.FORCE_SQUARE);
    return tried(
        () ->
            BarcodeMatrix.of(
                new DataMatrixWriter().encode(payload, BarcodeFormat.DATA_MATRIX, 0, 0, square)));
  }

  /**
   * A PDF417 code (ISO/IEC 15438) in a box, with the number of columns that gives the widest
   * modules.
   *
   * @param quietZone the margin, in modules
   * @param box in device pixels
   * @return a grid that does not {@link ModuleGrid#fits fit} if the box is too small; empty if no
   *     number of columns can encode the payload, such as one that is too long
   */
  public static Optional<ModuleGrid> pdf417(String payload, int quietZone, DeviceBox box) {
    return Arrays.stream(PDF417_COLUMNS)
        .mapToObj(columns -> pdf417(payload, columns))
        .flatMap(Optional::stream)
        .map(barcodeMatrix -> ModuleGrid.tall(barcodeMatrix, quietZone, PDF417_ROW, box))
        .max(
            Comparator.comparingInt(ModuleGrid::module)
                .thenComparingInt(grid -> grid.modules().columns()));
  }

  private static Optional<BarcodeMatrix> pdf417(String payload, int columns) {
    PDF417 encoder = new PDF417();
    encoder.setDimensions(columns, columns, PDF417_MOST_ROWS, 3);
    try {
      encoder.generateBarcodeLogic(payload, PDF417_CORRECTION);
    } catch (WriterException | RuntimeException tooLong) {
      return Optional.empty();
    }
    byte[][] rows = encoder.getBarcodeMatrix().getMatrix();
    return Optional.of(
        new BarcodeMatrix(
            rows[0].length,
            rows.length,
            (column, row) -> rows[rows.length - 1 - row][column] == 1));
  }

  /** The library reports a payload that it cannot encode by an exception. */
  private static Optional<BarcodeMatrix> tried(Supplier<BarcodeMatrix> encoding) {
    try {
      return Optional.of(encoding.get());
    } catch (IllegalArgumentException unsuited) {
      return Optional.empty();
    }
  }
}
