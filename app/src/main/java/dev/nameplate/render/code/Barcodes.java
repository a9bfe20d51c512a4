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

/** Encodes payloads as barcodes; one that a code cannot hold has none. */
public final class Barcodes {
  /** Of an Aztec code's words, how many mend others, in per cent: the standard's advice. */
  private static final int AZTEC_CORRECTION = 23;

  /** Of 0 to 8; the standard advises 3 for up to 160 codewords. */
  private static final int PDF417_CORRECTION = 3;

  /** A PDF417 row is three times as high as its modules are wide. */
  private static final int PDF417_ROW = 3;

  private static final int PDF417_MOST_ROWS = 90;
  private static final int[] PDF417_COLUMNS = {1, 2, 3, 4, 5, 6, 8, 10, 13, 17};

  private Barcodes() {}

  public static Optional<BarcodeMatrix> code128(String payload) {
    return tried(() -> BarcodeMatrix.of(new Code128Writer().encode(payload)));
  }

  public static Optional<BarcodeMatrix> ean13(String payload) {
    return tried(() -> BarcodeMatrix.of(new EAN13Writer().encode(payload)));
  }

  public static Optional<BarcodeMatrix> upcA(String payload) {
    return ean13("0" + payload);
  }

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

  public static Optional<BarcodeMatrix> dataMatrix(String payload) {
    Map<EncodeHintType, Object> square =
        Map.of(EncodeHintType.DATA_MATRIX_SHAPE, SymbolShapeHint.FORCE_SQUARE);
    return tried(
        () ->
            BarcodeMatrix.of(
                new DataMatrixWriter().encode(payload, BarcodeFormat.DATA_MATRIX, 0, 0, square)));
  }

  /** The PDF417 code of as many columns as make its modules the largest in a box. */
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

  /** The library's way to say that a payload is none of a code's is an exception. */
  private static Optional<BarcodeMatrix> tried(Supplier<BarcodeMatrix> encoding) {
    try {
      return Optional.of(encoding.get());
    } catch (IllegalArgumentException unsuited) {
      return Optional.empty();
    }
  }
}
