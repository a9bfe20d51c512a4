package dev.nameplate.fetch;

import dev.nameplate.asset.DecodedImage;
import dev.nameplate.asset.FetchFailure;
import dev.nameplate.asset.RemoteImage;
import dev.nameplate.asset.decode.AssetException;
import dev.nameplate.asset.decode.DecodeLimits;
import dev.nameplate.asset.decode.ImageDecoder;
import dev.nameplate.asset.decode.TooLargeException;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;

/** Takes files off the wire and decodes them, so many bytes and so many pictures at a time. */
final class ImageDownloader {
  private static final long STEP = 64 * 1024;

  /** Files on their way to a decoder, together. */
  private static final long BODIES = 32L << 20;

  private static final int DECODERS = 2;

  private final long maxBytes;
  private final ImageDecoder decoder;
  private final BodyBudget budget;
  private final Semaphore decoders = new Semaphore(DECODERS);

  ImageDownloader(RemoteSettings settings) {
    this.maxBytes = settings.maxBytes();
    this.decoder = new ImageDecoder(DecodeLimits.ofFetched(settings.maxPixels()));
    this.budget = new BodyBudget(Math.max(BODIES, 2 * settings.maxBytes()));
  }

  /**
   * The picture that a body holds.
   *
   * @param until when it is no longer fresh
   */
  RemoteImage receive(ResponseBody body, Instant until, Deadline deadline)
      throws IOException, FetchException {
    try (BodyBudget.Share share = budget.open()) {
      byte[] file = read(body, share);
      String digest = digest(file);
      return new RemoteImage(decode("outside " + digest, file, deadline), digest, until);
    }
  }

  private byte[] read(ResponseBody body, BodyBudget.Share share)
      throws IOException, FetchException {
    if (body.contentLength() > maxBytes) {
      throw FetchException.of(FetchFailure.TOO_LARGE);
    }
    BufferedSource source = body.source();
    Buffer file = new Buffer();
    for (long read = 0; read >= 0; read = source.read(file, STEP)) {
      if (!share.take(read)) {
        throw FetchException.of(FetchFailure.BUSY);
      }
      if (file.size() > maxBytes) {
        throw FetchException.of(FetchFailure.TOO_LARGE);
      }
    }
    return file.readByteArray();
  }

  private DecodedImage decode(String name, byte[] file, Deadline deadline) throws FetchException {
    boolean mine = false;
    try {
      mine = decoders.tryAcquire(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
      if (!mine) {
        throw FetchException.of(FetchFailure.BUSY);
      }
      return new DecodedImage(name, decoder.decode(file, deadline::isDecoderLate));
    } catch (TooLargeException large) {
      throw FetchException.of(FetchFailure.TOO_LARGE);
    } catch (AssetException broken) {
      throw FetchException.of(
          deadline.isDecoderLate() ? FetchFailure.SLOW : FetchFailure.NOT_A_PICTURE);
    } catch (RuntimeException | OutOfMemoryError failed) {
      throw FetchException.of(FetchFailure.NOT_A_PICTURE);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw FetchException.of(FetchFailure.BUSY);
    } finally {
      if (mine) {
        decoders.release();
      }
    }
  }

  private static String digest(byte[] file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java runtime has SHA-256", absent);
    }
  }
}
