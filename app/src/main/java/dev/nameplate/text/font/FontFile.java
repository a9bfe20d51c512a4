package dev.nameplate.text.font;

import dev.nameplate.util.Lazy;
import java.awt.Font;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A file with one font. It is read when the font is first needed, and once more for each set of
 * forms that differs from the font's default.
 */
final class FontFile implements FontSource {
  private final Supplier<byte[]> bytes;
  private final Function<byte[], Font> maker;
  private final Lazy<Read> read;

  /**
   * @param bytes reads the file; owned by the caller, who may change them
   * @param maker makes a font of the bytes and does not keep them
   */
  FontFile(Supplier<byte[]> bytes, Function<byte[], Font> maker) {
    this.bytes = bytes;
    this.maker = maker;
    this.read = new Lazy<>(this::read);
  }

  private Read read() {
    byte[] file = bytes.get();
    LayoutTables tables = LayoutTables.of(file);
    LayoutTables.Offer offer = tables.offer();
    tables.shareScript();
    return new Read(maker.apply(file), offer);
  }

  @Override
  public Font plain() {
    return read.get().font();
  }

  @Override
  public Optional<Font> in(Forms forms) {
    if (!read.get().offer().differs(forms)) {
      return Optional.empty();
    }
    byte[] file = bytes.get();
    LayoutTables tables = LayoutTables.of(file);
    tables.prefer(forms);
    tables.shareScript();
    return Optional.of(maker.apply(file));
  }

  @Override
  public Aid aid() {
    return read.get().offer().aid();
  }

  /** A font and which forms it offers. */
  private record Read(Font font, LayoutTables.Offer offer) {}
}
