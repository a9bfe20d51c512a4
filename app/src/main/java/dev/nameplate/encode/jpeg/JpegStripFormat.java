package dev.nameplate.encode.jpeg;

import dev.nameplate.encode.StoredBytes;
import dev.nameplate.geometry.Size;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Writes JPEG strips to bytes and restores them. The form is read by the same build alone. */
public final class JpegStripFormat {
  private JpegStripFormat() {}

  /** Appends strips. */
  public static void write(JpegStripStore store, StoredBytes out) {
    out.put(store.size().width()).put(store.size().height()).put(store.quality());
    for (HuffmanTables.Table table : store.tables().tables()) {
      out.put(table.lengths()).put(table.values());
    }
    out.put(store.head()).put(store.strips().size());
    store.strips().forEach(out::put);
  }

  /**
   * Restores strips from the position on.
   *
   * @throws RuntimeException if the bytes were not written by {@link #write}
   */
  public static JpegStripStore read(ByteBuffer in) {
    Size size = new Size(in.getInt(), in.getInt());
    int quality = in.getInt();
    List<HuffmanTables.Table> tables = new ArrayList<>();
    for (int table = 0; table < HuffmanTables.STANDARD.tables().size(); table++) {
      tables.add(new HuffmanTables.Table(StoredBytes.ints(in), StoredBytes.ints(in)));
    }
    byte[] head = StoredBytes.bytes(in);
    int count = in.getInt();
    List<byte[]> strips = new ArrayList<>();
    for (int strip = 0; strip < count; strip++) {
      strips.add(StoredBytes.bytes(in));
    }
    return new JpegStripStore(size, quality, new HuffmanTables(tables), head, strips);
  }
}
