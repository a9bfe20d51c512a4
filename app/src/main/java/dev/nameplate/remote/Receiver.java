package dev.nameplate.remote;

import dev.nameplate.asset.Asset;
import dev.nameplate.asset.Loss;
import dev.nameplate.asset.OutsideAsset;
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
final class Receiver {
  private static final long STEP = 64 * 1024;

  /** Files on their way to a decoder, together. */
  private static final long BODIES = 32L << 20;

  private static final int DECODERS = 2;

  private final long maxBytes;
  private final ImageDecoder decoder;
  private final BodyBudget budget;
  private final Semaphore decoders = new Semaphore(DECODERS);

  Receiver(RemoteSettings settings) {
    this.maxBytes = settings.maxBytes();
    this.decoder = new ImageDecoder(DecodeLimits.ofFetched(settings.maxPixels()));
    this.budget = new BodyBudget(Math.max(BODIES, 2 * settings.maxBytes()));
  }

  /**
   * The picture that a body holds.
   *
   * @param until when it is no longer fresh
   */
  OutsideAsset receive(ResponseBody body, Instant until, Deadline deadline)
      throws IOException, LostException {
    try (BodyBudget.Share share = budget.open()) {
      byte[] file = read(body, share);
      String digest = digest(file);
      return new OutsideAsset(decode("outside " + digest, file, deadline), digest, until);
    }
  }

  private byte[] read(ResponseBody body, BodyBudget.Share share) throws IOException, LostException {
    if (body.contentLength() > maxBytes) {
      throw LostException.of(Loss.TOO_LARGE);
    }
    BufferedSource source = body.source();
    Buffer file = new Buffer();
    for (long read = 0; read >= 0; read = source.read(file, STEP)) {
      if (!share.take(read)) {
        throw LostException.of(Loss.BUSY);
      }
      if (file.size() > maxBytes) {
        throw LostException.of(Loss.TOO_LARGE);
      }
    }
    return file.readByteArray();
  }

  private Asset decode(String name, byte[] file, Deadline deadline) throws LostException {
    boolean mine = false;
    try {
      mine = decoders.tryAcquire(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
      if (!mine) {
        throw LostException.of(Loss.BUSY);
      }
      return new Asset(name, decoder.decode(file, deadline::isDecoderLate));
    } catch (TooLargeException large) {
      throw LostException.of(Loss.TOO_LARGE);
    } catch (AssetException broken) {
      throw LostException.of(deadline.isDecoderLate() ? Loss.SLOW : Loss.NOT_A_PICTURE);
    } catch (RuntimeException | OutOfMemoryError failed) {
      throw LostException.of(Loss.NOT_A_PICTURE);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw LostException.of(Loss.BUSY);
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
