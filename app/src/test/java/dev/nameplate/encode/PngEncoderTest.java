package dev.nameplate.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

final class PngEncoderTest extends EncoderContract {
  @Override
  Encoder encoder() {
    return new PngEncoder();
  }

  @Override
  List<Integer> types() {
    return List.of(BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB);
  }

  @Override
  int tolerance() {
    return 0;
  }

  @Test
  void chunks_standInOrder_withTheirChecksums() {
    byte[] file =
        encoder().encodeWhole(new BufferedImage(30, 40, BufferedImage.TYPE_INT_RGB)).toByteArray();
    ByteBuffer in = ByteBuffer.wrap(file, 8, file.length - 8);
    List<String> names = new ArrayList<>();
    while (in.hasRemaining()) {
      byte[] data = new byte[in.getInt() + 4];
      in.get(data);
      CRC32 crc = new CRC32();
      crc.update(data);
      assertThat(in.getInt()).isEqualTo((int) crc.getValue());
      names.add(new String(data, 0, 4, StandardCharsets.US_ASCII));
    }
    assertThat(names)
        .containsExactly("IHDR", "sRGB", "IDAT", "IDAT", "IDAT", "IDAT", "IDAT", "IEND");
  }

  @Test
  void checksumsOfParts_joinToThatOfTheWhole() {
    Random random = new Random(1);
    byte[] bytes = new byte[300_000];
    random.nextBytes(bytes);
    Adler32Sum joined = new Adler32Sum();
    for (int at = 0; at < bytes.length; ) {
      int length = Math.min(bytes.length - at, random.nextInt(90_000));
      Adler32 part = new Adler32();
      part.update(bytes, at, length);
      joined.append((int) part.getValue(), length);
      at += length;
    }
    Adler32 whole = new Adler32();
    whole.update(bytes);
    assertThat(joined.value()).isEqualTo((int) whole.getValue());
  }
}
