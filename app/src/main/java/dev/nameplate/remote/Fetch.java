package dev.nameplate.remote;

import dev.nameplate.asset.Loss;
import dev.nameplate.asset.OutsideAddress;
import dev.nameplate.asset.OutsideAsset;
import dev.nameplate.template.HostList;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.HttpUrl;
import okhttp3.Response;

/** One fetch, from hop to hop: each is judged by the same rules as the first. */
final class Fetch implements Callback {
  private static final int MOST_REDIRECTS = 3;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final int OK = 200;
  private static final int UNCHANGED = 304;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_TROUBLE = 500;

  /** What a fetch needs of the house. */
  record Tools(Wire wire, Receiver receiver, InstantSource clock) {}

  /** What a fetch came to. */
  sealed interface Answer {
    /** A picture, and how it may be kept. */
    record Picture(OutsideAsset asset, Validators validators, boolean staleAllowed)
        implements Answer {}

    /** The picture that is known already. */
    record Unchanged(Freshness freshness) implements Answer {}
  }

  private final Tools tools;
  private final OutsideAddress address;
  private final Validators known;
  private final Deadline deadline;
  private final CompletableFuture<Answer> result = new CompletableFuture<>();
  private volatile Optional<Call> call = Optional.empty();
  private int redirects;

  /**
   * @param known of the picture that is there already
   */
  Fetch(Tools tools, OutsideAddress address, Validators known, Deadline deadline) {
    this.tools = tools;
    this.address = address;
    this.known = known;
    this.deadline = deadline;
  }

  /** The answer to come; fails with a {@link LostException}. */
  CompletableFuture<Answer> result() {
    return result;
  }

  /** Calls the first address. */
  void start() {
    go(Optional.ofNullable(HttpUrl.parse(address.url())));
  }

  /** Breaks off. */
  void cancel() {
    call.ifPresent(Call::cancel);
  }

  private void go(Optional<HttpUrl> target) {
    try {
      HttpUrl url = target.filter(this::isAllowed).orElseThrow(Fetch::astray);
      Call next = tools.wire().call(url, known, deadline.left());
      call = Optional.of(next);
      if (result.isDone()) {
        return;
      }
      next.enqueue(this);
    } catch (LostException lost) {
      result.completeExceptionally(lost);
    } catch (RejectedExecutionException stopped) {
      result.completeExceptionally(LostException.of(Loss.BUSY));
    }
  }

  private boolean isAllowed(HttpUrl url) {
    return url.username().isEmpty()
        && url.password().isEmpty()
        && tools.wire().speaks(url)
        && HostList.lists(address.hosts(), url.host());
  }

  private static LostException astray() {
    return LostException.of(Loss.LEFT_HOSTS);
  }

  @Override
  public void onResponse(Call asked, Response response) {
    try (response) {
      int status = response.code();
      if (REDIRECTS.contains(status)) {
        redirect(response);
      } else {
        result.complete(answer(status, response));
      }
    } catch (LostException lost) {
      result.completeExceptionally(lost);
    } catch (IOException broken) {
      onFailure(asked, broken);
    } catch (RuntimeException bug) {
      result.completeExceptionally(LostException.of(Loss.NOT_A_PICTURE));
    }
  }

  private void redirect(Response response) throws LostException {
    redirects++;
    if (redirects > MOST_REDIRECTS) {
      throw astray();
    }
    go(
        Optional.ofNullable(response.header("Location"))
            .flatMap(to -> Optional.ofNullable(response.request().url().resolve(to))));
  }

  private Answer answer(int status, Response response) throws LostException, IOException {
    Freshness freshness = Freshness.of(response.headers(), tools.clock().instant());
    if (status == UNCHANGED && !known.equals(Validators.NONE)) {
      return new Answer.Unchanged(freshness);
    }
    if (status != OK) {
      throw status >= SERVER_TROUBLE || status == TOO_MANY_REQUESTS
          ? LostException.ofHost(Loss.STATUS)
          : LostException.of(Loss.STATUS);
    }
    OutsideAsset asset = tools.receiver().receive(response.body(), freshness.until(), deadline);
    return new Answer.Picture(asset, Validators.of(response.headers()), freshness.staleAllowed());
  }

  @Override
  public void onFailure(Call asked, IOException failed) {
    if (isRefusal(failed)) {
      result.completeExceptionally(LostException.of(Loss.REFUSED));
    } else if (failed instanceof InterruptedIOException || asked.isCanceled()) {
      result.completeExceptionally(LostException.ofHost(Loss.SLOW));
    } else {
      result.completeExceptionally(LostException.ofHost(Loss.UNREACHABLE));
    }
  }

  /** A host may have several addresses; the failures of all but one are beside it. */
  private static boolean isRefusal(Throwable failed) {
    return failed instanceof RefusedAddressException
        || Stream.concat(
                Optional.ofNullable(failed.getCause()).stream(), Stream.of(failed.getSuppressed()))
            .anyMatch(Fetch::isRefusal);
  }
}
