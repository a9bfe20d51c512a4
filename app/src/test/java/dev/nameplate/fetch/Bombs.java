package dev.nameplate.fetch;

import static dev.nameplate.asset.PictureFiles.ascii;
import static dev.nameplate.asset.PictureFiles.chunk;
import static dev.nameplate.asset.PictureFiles.joined;

import dev.nameplate.asset.PictureFiles;
import dev.nameplate.asset.RemoteImageAddress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;

/** Answers that are meant to fill a reader's memory, or to keep it busy for ever. */
final class Bombs implements AutoCloseable {
  private static final int MEGABYTE = 1 << 20;

  private final CountDownLatch over = new CountDownLatch(1);
  private final Map<String, RawHost> hosts = new LinkedHashMap<>();

  Bombs() {
    files().forEach((name, file) -> hosts.put(name, sending(head(file.length), file)));
    byte[] packed = gzip(20 * MEGABYTE);
    hosts.put("gzip", sending(head(packed.length) + "Content-Encoding: gzip\r\n", packed));
    hosts.put("false length", sending("Content-Length: 9999999999\r\n", new byte[10]));
    hosts.put("short of its length", sending(head(1000), new byte[10]));
    hosts.put("endless body", endless("", new byte[64 * 1024]));
    hosts.put("endless picture", endless("", PictureFiles.blankPng(100, 100)));
    hosts.put("endless header", endlessHeader());
    hosts.put("endless chunks", endless("Transfer-Encoding: chunked\r\n", ascii("1\r\nx\r\n")));
    hosts.put("silence", dripping(0));
    hosts.put("half a status", dripping(7));
    hosts.put("half a header", dripping(30));
    hosts.put("half a picture", dripping(80));
  }

  /** An address for each. */
  Map<String, RemoteImageAddress> addresses() {
    Map<String, RemoteImageAddress> addresses = new LinkedHashMap<>();
    hosts.forEach(
        (name, host) ->
            addresses.put(
                name,
                new RemoteImageAddress(
                    "http://" + host.address() + ":" + host.port() + "/a.png",
                    List.of(host.address()))));
    return addresses;
  }

  /** Each bomb has a host of its own, or the first would close the gate for the others. */
  private String nextAddress() {
    return "127.0.1." + (hosts.size() + 1);
  }

  private static Map<String, byte[]> files() {
    byte[] little = PictureFiles.deflated(10, 10);
    byte[] frame = PictureFiles.webp(16_384, 16_384, PhotoHost.TEAL);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("65,535 × 65,535 header", PictureFiles.png(65_535, 65_535, 0, little));
    files.put("largest header", PictureFiles.png(Integer.MAX_VALUE, Integer.MAX_VALUE, 2, little));
    files.put("400 megapixels of zeros", PictureFiles.blankPng(20_000, 20_000));
    byte[] text = joined(ascii("Comment\0\0"), PictureFiles.deflated(MEGABYTE, 100));
    files.put(
        "a text that inflates",
        PictureFiles.png(9, 9, 2, new byte[1], PictureFiles.pngChunk("zTXt", text)));
    byte[] profile = joined(ascii("p\0\0"), PictureFiles.deflated(MEGABYTE, 100));
    files.put(
        "a profile that inflates",
        PictureFiles.png(9, 9, 2, new byte[1], PictureFiles.pngChunk("iCCP", profile)));
    byte[] longChunk = {0x7f, -1, -1, -1, 'P', 'L', 'T', 'E'};
    files.put(
        "a chunk of two gigabytes",
        joined(Arrays.copyOf(files.get("largest header"), 33), longChunk));
    files.put("webp header", frame);
    files.put(
        "webp that lies",
        PictureFiles.riff(
            chunk("VP8X", new byte[] {0, 0, 0, 0, 7, 0, 0, 7, 0, 0}),
            Arrays.copyOfRange(frame, 12, frame.length)));
    files.put("thousands of scans", PictureFiles.manyScans(2800, 40_000));
    files.put("large progressive", PictureFiles.manyScans(4000, 100));
    return files;
  }

  private static String head(int length) {
    return "Content-Type: image/png\r\nContent-Length: " + length + "\r\n";
  }

  private RawHost sending(String headers, byte[] body) {
    return new RawHost(
        nextAddress(),
        socket -> {
          socket.getOutputStream().write(answer(headers, body));
          socket.getOutputStream().flush();
        });
  }

  private RawHost endless(String headers, byte[] again) {
    return new RawHost(
        nextAddress(),
        socket -> {
          OutputStream out = socket.getOutputStream();
          out.write(answer(headers, again));
          byte[] much = joined(again, again, again, again);
          while (true) {
            out.write(much);
          }
        });
  }

  private RawHost endlessHeader() {
    return new RawHost(
        nextAddress(),
        socket -> {
          OutputStream out = socket.getOutputStream();
          out.write(ascii("HTTP/1.1 200 OK\r\n"));
          while (true) {
            out.write(ascii("X-More: " + "x".repeat(8000) + "\r\n"));
          }
        });
  }

  /** Sends so many bytes of a good answer and then nothing, with the line open. */
  private RawHost dripping(int bytes) {
    byte[] whole = answer(head(100_000), new byte[1000]);
    return new RawHost(
        nextAddress(),
        socket -> {
          socket.getOutputStream().write(whole, 0, bytes);
          socket.getOutputStream().flush();
          over.await();
        });
  }

  private static byte[] answer(String headers, byte[] body) {
    return joined(ascii("HTTP/1.1 200 OK\r\n" + headers + "\r\n"), body);
  }

  private static byte[] gzip(int zeros) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(new byte[zeros]);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return packed.toByteArray();
  }

  @Override
  public void close() throws IOException {
    over.countDown();
    for (RawHost host : hosts.values()) {
      host.close();
    }
  }
}
