package dev.nameplate.encode.png;

import dev.nameplate.encode.Span;
import dev.nameplate.encode.StoredBytes;
import dev.nameplate.encode.deflate.AdlerChecksum;
import dev.nameplate.encode.deflate.DeflateCode;
import dev.nameplate.encode.deflate.RepeatDistances;
import dev.nameplate.encode.png.PngStripStore.Variant;
import dev.nameplate.geometry.Size;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes PNG strips to bytes and restores them. The form is read by the same build alone. */
public final class PngStripFormat {
  private static final int FIXED = 0;
  private static final int CHANGEABLE = 1;
  private static final int DEFLATED = 2;
  private static final int TOKENS = 0;
  private static final int BITS = 1;

  private PngStripFormat() {}

  /** Appends strips. */
  public static void write(PngStripStore store, StoredBytes out) {
    out.put(store.size().width()).put(store.size().height()).put(store.hasAlpha() ? 1 : 0);
    write(store.trueColor(), out);
    out.put(store.indexed().isPresent() ? 1 : 0);
    store.indexed().ifPresent(variant -> write(variant, out));
  }

  /**
   * Restores strips from the position on.
   *
   * @throws RuntimeException if the bytes were not written by {@link #write}
   */
  public static PngStripStore read(ByteBuffer in) {
    Size size = new Size(in.getInt(), in.getInt());
    boolean hasAlpha = in.getInt() == 1;
    Variant trueColor = variant(size, in);
    Optional<Variant> indexed =
        in.getInt() == 1 ? Optional.of(variant(size, in)) : Optional.empty();
    return new PngStripStore(size, hasAlpha, trueColor, indexed);
  }

  private static void write(Variant variant, StoredBytes out) {
    out.put(variant.color().type());
    if (variant.color() instanceof PngColor.Indexed indexed) {
      out.put(indexed.palette().mask()).put(indexed.palette().colors());
    }
    out.put(variant.head()).put(variant.mutableCells().rows()).put(variant.bands().size());
    variant.bands().forEach(band -> write(band, out));
  }

  private static Variant variant(Size size, ByteBuffer in) {
    PngColor color =
        switch (in.getInt()) {
          case 2 -> new PngColor.Opaque();
          case 3 -> new PngColor.Indexed(Palette.of(in.getInt(), StoredBytes.ints(in)));
          case 6 -> new PngColor.Translucent();
          default -> throw new IllegalArgumentException("no color type of PNG");
        };
    byte[] head = StoredBytes.bytes(in);
    MutableCells mutableCells = MutableCells.ofRows(StoredBytes.longs(in));
    RepeatDistances repeats = new CellGrid(size.width(), color.bytesPerPixel()).repeats();
    int count = in.getInt();
    List<PngBand> bands = new ArrayList<>();
    for (int band = 0; band < count; band++) {
      bands.add(band(repeats, in));
    }
    return new Variant(color, head, bands, mutableCells);
  }

  private static void write(PngBand band, StoredBytes out) {
    out.put(band.strips().from()).put(band.strips().to());
    if (band instanceof PngBand.Fixed fixed) {
      out.put(FIXED);
      write(fixed.piece(), out);
    } else if (band instanceof PngBand.Changeable changeable) {
      out.put(CHANGEABLE);
      changeable.pieces().forEach(piece -> write(piece, out));
      write(changeable.coded(), out);
    } else if (band instanceof PngBand.Deflated deflated) {
      out.put(DEFLATED);
      deflated.pieces().forEach(piece -> write(piece, out));
      out.put(deflated.level()).put(deflated.filters().size());
      deflated.filters().forEach(filter -> out.put(filter.type()));
    }
  }

  private static PngBand band(RepeatDistances repeats, ByteBuffer in) {
    Span strips = new Span(in.getInt(), in.getInt());
    int kind = in.getInt();
    if (kind == FIXED) {
      return new PngBand.Fixed(strips, piece(in));
    }
    List<PngPiece> pieces = new ArrayList<>();
    for (int strip = 0; strip < strips.length(); strip++) {
      pieces.add(piece(in));
    }
    return kind == DEFLATED
        ? deflated(strips, pieces, in)
        : new PngBand.Changeable(strips, pieces, coded(strips, repeats, in));
  }

  private static PngBand deflated(Span strips, List<PngPiece> pieces, ByteBuffer in) {
    int level = in.getInt();
    int count = in.getInt();
    List<ScanlineFilter> filters = new ArrayList<>();
    for (int filter = 0; filter < count; filter++) {
      filters.add(ScanlineFilter.ofType(in.getInt()));
    }
    return new PngBand.Deflated(strips, pieces, filters, level);
  }

  private static void write(PngPiece piece, StoredBytes out) {
    out.put(piece.chunk());
    write(piece.sum(), out);
  }

  private static PngPiece piece(ByteBuffer in) {
    return new PngPiece(StoredBytes.bytes(in), sum(in));
  }

  private static void write(AdlerChecksum sum, StoredBytes out) {
    out.put(sum.value()).put(sum.length());
  }

  private static AdlerChecksum sum(ByteBuffer in) {
    return new AdlerChecksum(in.getInt(), in.getLong());
  }

  private static void write(CodedBand coded, StoredBytes out) {
    coded.filters().forEach(filter -> out.put(filter.type()));
    out.put(coded.matched() ? 1 : 0);
    coded.stripSums().forEach(sum -> write(sum, out));
    out.put(coded.sums());
    if (coded.staticCells() instanceof StaticCells.AsTokens cells) {
      out.put(TOKENS).put(cells.tokens()).put(cells.starts());
    } else if (coded.staticCells() instanceof StaticCells.AsBits cells) {
      out.put(BITS).put(cells.code().mainLengths()).put(cells.code().distanceLengths());
      out.put(cells.bits()).put(cells.starts());
    }
  }

  private static CodedBand coded(Span strips, RepeatDistances repeats, ByteBuffer in) {
    List<ScanlineFilter> filters = new ArrayList<>();
    List<AdlerChecksum> stripSums = new ArrayList<>();
    for (int strip = 0; strip < strips.length(); strip++) {
      filters.add(ScanlineFilter.ofType(in.getInt()));
    }
    boolean matched = in.getInt() == 1;
    for (int strip = 0; strip < strips.length(); strip++) {
      stripSums.add(sum(in));
    }
    long[] sums = StoredBytes.longs(in);
    return new CodedBand(strips, filters, matched, cells(repeats, in), sums, stripSums);
  }

  private static StaticCells cells(RepeatDistances repeats, ByteBuffer in) {
    if (in.getInt() == TOKENS) {
      return new StaticCells.AsTokens(StoredBytes.ints(in), StoredBytes.ints(in));
    }
    DeflateCode code = DeflateCode.ofLengths(StoredBytes.ints(in), StoredBytes.ints(in), repeats);
    return new StaticCells.AsBits(code, StoredBytes.bytes(in), StoredBytes.ints(in));
  }
}
