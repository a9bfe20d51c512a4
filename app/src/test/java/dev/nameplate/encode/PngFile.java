package dev.nameplate.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** A PNG taken apart and checked as strictly as PNG 3rd edition and RFC 1950 allow. */
@SuppressWarnings("ArrayRecordComponent") // The bytes are looked at, never compared.
public record PngFile(List<Chunk> chunks, byte[] scanlines) {
  record Chunk(String type, byte[] data) {}

  public static PngFile read(byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file);
    assertThat(in.getLong()).as("signature").isEqualTo(0x89504e470d0a1a0aL);
    List<Chunk> chunks = new ArrayList<>();
    while (in.hasRemaining()) {
      chunks.add(chunk(in));
    }
    assertThat(String.join(" ", chunks.stream().map(Chunk::type).toList()))
        .matches("IHDR sRGB( PLTE( tRNS)?)?( IDAT)+ IEND");
    assertThat(chunks.get(chunks.size() - 1).data()).isEmpty();
    PngFile png = new PngFile(chunks, inflated(chunks));
    png.checkHeader();
    png.checkRows();
    return png;
  }

  int width() {
    return ByteBuffer.wrap(header()).getInt(0);
  }

  public int height() {
    return ByteBuffer.wrap(header()).getInt(4);
  }

  public int colorType() {
    return header()[9];
  }

  public List<byte[]> idats() {
    return dataOf("IDAT");
  }

  public List<byte[]> dataOf(String type) {
    return chunks.stream().filter(chunk -> chunk.type().equals(type)).map(Chunk::data).toList();
  }

  public int rowLength() {
    int bytesPerPixel = colorType() == 2 ? 3 : colorType() == 6 ? 4 : 1;
    return width() * bytesPerPixel + 1;
  }

  int filterOfRow(int row) {
    return scanlines[row * rowLength()];
  }

  private byte[] header() {
    return chunks.get(0).data();
  }

  private void checkHeader() {
    assertThat(header()).hasSize(13);
    assertThat(Arrays.copyOfRange(header(), 8, 13))
        .as("depth, color, compression, filter, interlace")
        .isEqualTo(new byte[] {8, (byte) colorType(), 0, 0, 0});
    assertThat(dataOf("PLTE")).hasSize(colorType() == 3 ? 1 : 0);
  }

  private void checkRows() {
    assertThat(scanlines).hasSize(height() * rowLength());
    for (int row = 0; row < height(); row++) {
      assertThat(filterOfRow(row)).isBetween(0, 4);
    }
  }

  private static Chunk chunk(ByteBuffer in) {
    int length = in.getInt();
    byte[] typed = new byte[length + 4];
    in.get(typed);
    CRC32 crc = new CRC32();
    crc.update(typed);
    assertThat(in.getInt()).as("CRC").isEqualTo((int) crc.getValue());
    String type = new String(typed, 0, 4, StandardCharsets.US_ASCII);
    return new Chunk(type, Arrays.copyOfRange(typed, 4, typed.length));
  }

  private static byte[] inflated(List<Chunk> chunks) {
    ByteBuffer stream = ByteBuffer.allocate(1 << 22);
    chunks.stream().filter(chunk -> chunk.type().equals("IDAT")).forEach(c -> stream.put(c.data()));
    Inflater inflater = new Inflater();
    inflater.setInput(stream.array(), 0, stream.position());
    byte[] out = new byte[1 << 22];
    try {
      int length = inflater.inflate(out);
      assertThat(inflater.finished()).as("the stream ends").isTrue();
      assertThat(inflater.getRemaining()).as("bytes behind the stream").isZero();
      Adler32 adler = new Adler32();
      adler.update(out, 0, length);
      assertThat(stream.getInt(stream.position() - 4)).isEqualTo((int) adler.getValue());
      return Arrays.copyOf(out, length);
    } catch (DataFormatException e) {
      throw new AssertionError("the zlib stream is broken", e);
    } finally {
      inflater.end();
    }
  }
}
