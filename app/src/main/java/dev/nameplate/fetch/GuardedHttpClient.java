package dev.nameplate.fetch;

import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/**
 * The HTTP client, with everything off that could lead a call elsewhere or let it tell who asks:
 * proxies, redirects, cookies, credentials. Two of them, since the guard asks whether a socket will
 * be encrypted.
 */
final class GuardedHttpClient implements AutoCloseable {
  private static final int CALLS = 64;
  private static final int IDLE = 16;
  private static final Duration CONNECT = Duration.ofSeconds(1);

  /** How many calls may wait for others to the same host. */
  private static final int WAITING = 256;

  private final Dispatcher dispatcher;
  private final BoundedDns names;
  private final OkHttpClient secure;
  private final OkHttpClient plain;
  private final boolean plainAllowed;

  GuardedHttpClient(RemoteSettings settings, Dns resolver) {
    dispatcher =
        new Dispatcher(
            new ThreadPoolExecutor(
                0,
                CALLS,
                30,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                DaemonThreads.named("fetch")));
    dispatcher.setMaxRequests(CALLS);
    dispatcher.setMaxRequestsPerHost(settings.perHost());
    names = new BoundedDns(resolver, CONNECT);
    AddressGuard guard = new AddressGuard(settings.allow());
    OkHttpClient common =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .dns(names)
            .proxy(Proxy.NO_PROXY)
            .connectionPool(new ConnectionPool(IDLE, 1, TimeUnit.MINUTES))
            .connectTimeout(CONNECT)
            .followRedirects(false)
            .followSslRedirects(false)
            .cookieJar(CookieJar.NO_COOKIES)
            .authenticator(Authenticator.NONE)
            .build();
    secure = common.newBuilder().socketFactory(new GuardedSocketFactory(guard, true)).build();
    plain = common.newBuilder().socketFactory(new GuardedSocketFactory(guard, false)).build();
    plainAllowed = !settings.allow().isEmpty();
  }

  /** Whether so many calls wait already that one more would only be late. */
  boolean isFull() {
    return dispatcher.queuedCallsCount() >= WAITING;
  }

  /** Whether addresses of this scheme are called at all. */
  boolean speaks(HttpUrl url) {
    return url.isHttps() || plainAllowed;
  }

  /**
   * A call that ends in a time, however its bytes drip. The encoding asked for is none, and the
   * library undoes none then: what is packed does not grow here.
   */
  Call call(HttpUrl url, Validators known, Duration left) {
    Request.Builder request =
        new Request.Builder()
            .url(url)
            .header("User-Agent", "Nameplate")
            .header("Accept", "image/png, image/jpeg, image/gif, image/webp")
            .header("Accept-Encoding", "identity");
    known.addTo(request);
    Call call = (url.isHttps() ? secure : plain).newCall(request.build());
    call.timeout().timeout(left.toNanos(), TimeUnit.NANOSECONDS);
    return call;
  }

  /** Breaks off what is under way. */
  @Override
  public void close() {
    dispatcher.cancelAll();
    dispatcher.executorService().shutdownNow();
    names.close();
    List.of(secure, plain).forEach(client -> client.connectionPool().evictAll());
  }
}
