package dev.nameplate.http.image;

import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.nameplate.access.sign.ImageRef;
import dev.nameplate.access.sign.RequestedVersion;
import dev.nameplate.access.sign.UrlVerifier;
import dev.nameplate.access.sign.VerificationResult;
import dev.nameplate.encode.formats.Encoders;
import dev.nameplate.geometry.Scale;
import dev.nameplate.http.message.AcceptHeader;
import dev.nameplate.http.message.CachePolicy;
import dev.nameplate.http.message.HttpResponse;
import dev.nameplate.http.message.RequestOutcome;
import dev.nameplate.http.message.UrlExpiry;
import dev.nameplate.pipeline.Explanation;
import dev.nameplate.serve.ClientContext;
import dev.nameplate.serve.ImageRequest;
import dev.nameplate.serve.ImageService;
import dev.nameplate.serve.Outcome;
import dev.nameplate.serve.fault.Fault;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;
import dev.nameplate.template.library.TemplateLibrary;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Answers every request below {@code /i/}: pictures, explanations and faults. */
public final class ImageHandler {
  private static final String JSON = "json";

  private final TemplateLibrary templates;
  private final ImageService images;
  private final ImageHttpSettings settings;
  private final UrlVerifier verifier;
  private final Executor continuation;

  /**
   * @param templates those that are served
   * @param images makes the pictures
   * @param settings limits on targets, and the status of faults
   * @param verifier decides what may be drawn
   * @param continuation runs what follows a drawing
   */
  public ImageHandler(
      TemplateLibrary templates,
      ImageService images,
      ImageHttpSettings settings,
      UrlVerifier verifier,
      Executor continuation) {
    this.templates = templates;
    this.images = images;
    this.settings = settings;
    this.verifier = verifier;
    this.continuation = continuation;
  }

  /**
   * The response to a request, complete already where nothing has to be drawn; it does not fail for
   * what the request holds.
   */
  CompletableFuture<HttpResponse> answer(PictureCall call) {
    if (call.targetLength() > settings.maxTarget()) {
      return completedFuture(
          fault(Fault.targetTooLong(call.targetLength(), settings.maxTarget()), call));
    }
    if (call.method().equals("OPTIONS")) {
      return completedFuture(
          HttpResponse.empty(
              204,
              Map.of(
                  "Allow", "GET, HEAD, OPTIONS",
                  "Access-Control-Allow-Origin", "*",
                  "Access-Control-Allow-Methods", "GET, HEAD, OPTIONS")));
    }
    if (!call.method().equals("GET") && !call.method().equals("HEAD")) {
      return completedFuture(fault(Fault.methodNotAllowed(), call));
    }
    Optional<PictureTarget> target = PictureTarget.parse(call.path());
    return target.isPresent()
        ? answer(target.get(), call)
        : completedFuture(fault(Fault.badPath(), call));
  }

  private CompletableFuture<HttpResponse> answer(PictureTarget target, PictureCall call) {
    if (target.variant().isPresent()) {
      Fault unknown = Fault.unknownVariant(target.id().text(), target.variant().get());
      return completedFuture(fault(unknown, call, target));
    }
    Wanted wanted = Wanted.of(templates, target.id().text(), RequestedVersion.of(call.query()));
    return wanted instanceof Wanted.Found found
        ? answer(found.template(), target, call)
        : completedFuture(fault(((Wanted.Absent) wanted).fault(), call, target));
  }

  private CompletableFuture<HttpResponse> answer(
      Template template, PictureTarget target, PictureCall call) {
    Optional<Scale> scale =
        target.scale().isEmpty()
            ? Optional.of(Scale.ONE)
            : target.scale().flatMap(Scale::parse).filter(template.output().scales()::contains);
    if (scale.isEmpty()) {
      Fault other = Fault.scaleNotOffered(target.scale().orElse(""), template);
      return completedFuture(fault(other, call, target));
    }
    boolean explained = target.format().equals(Optional.of(JSON));
    Optional<Format> format = format(template, target, call.accept());
    if (format.isEmpty() && !explained) {
      Fault other = Fault.formatNotOffered(target.format().orElse(""), template);
      return completedFuture(fault(other, call, target));
    }
    VerificationResult verificationResult =
        verifier.verify(new ImageRef(template, scale.get(), target.format()), call.query());
    if (!(verificationResult instanceof VerificationResult.Admitted admitted)) {
      return completedFuture(fault(fault(verificationResult), call, target));
    }
    return explained
        ? explanation(template, scale.get(), admitted, call)
        : picture(
            new ImageRequest(template, scale.get(), format.get(), admitted.query(), client(call)),
            target.format().isEmpty(),
            admitted);
  }

  private CompletableFuture<HttpResponse> picture(
      ImageRequest request, boolean negotiated, VerificationResult.Admitted admitted) {
    return images
        .answer(request, continuation)
        .thenApply(
            outcome ->
                ImageResponses.of(
                    outcome,
                    request.template(),
                    request.format(),
                    negotiated,
                    lifetime(admitted, outcome)));
  }

  /** Reads the clock when the outcome is there, since drawing takes time. */
  private UrlExpiry lifetime(VerificationResult.Admitted admitted, Outcome outcome) {
    return admitted.expires().isEmpty() && outcome.until().isEmpty()
        ? UrlExpiry.ENDLESS
        : new UrlExpiry(admitted.expires(), verifier.clock().instant());
  }

  private static Fault fault(VerificationResult verificationResult) {
    return verificationResult instanceof VerificationResult.Denied denied
        ? Fault.badSignature(denied.reason())
        : Fault.expired(((VerificationResult.Expired) verificationResult).at());
  }

  private static ClientContext client(PictureCall call) {
    return new ClientContext(
        call.ifNoneMatch()::match, call.mayDraw(), call.startNanos(), call.trace());
  }

  /** An explanation costs as much as a drawing, and being no picture it may be refused. */
  private CompletableFuture<HttpResponse> explanation(
      Template template, Scale scale, VerificationResult.Admitted admitted, PictureCall call) {
    if (!call.mayDraw().getAsBoolean()) {
      return completedFuture(later(429, template));
    }
    return images
        .explain(template, admitted.query(), scale)
        .handleAsync(
            (explained, failed) ->
                failed == null ? explanation(template, explained) : later(503, template),
            continuation);
  }

  private static HttpResponse explanation(Template template, Explanation explained) {
    return HttpResponse.of(
            200,
            "application/json",
            ExplanationJson.of(explained),
            Map.of("Cache-Control", CachePolicy.NO_STORE, "X-Robots-Tag", "noindex"))
        .as(RequestOutcome.plain(RequestOutcome.Kind.EXPLAINED, template.id()));
  }

  private static HttpResponse later(int status, Template template) {
    return HttpResponse.of(
            status,
            "application/problem+json",
            ExplanationJson.of(Fault.later(status), status),
            Map.of("Cache-Control", CachePolicy.NO_STORE, "Retry-After", "1"))
        .as(RequestOutcome.of(Fault.later(status), template.id()));
  }

  private static Optional<Format> format(
      Template template, PictureTarget target, AcceptHeader accept) {
    return target.format().isEmpty()
        ? Optional.of(accept.best(Encoders.offered(template.output())))
        : target
            .format()
            .flatMap(Format::ofEnding)
            .filter(format -> template.output().formats().contains(format))
            .filter(Encoders::isAvailable);
  }

  private HttpResponse fault(Fault fault, PictureCall call, PictureTarget target) {
    String template =
        templates.find(target.id().text()).map(Template::id).orElse(RequestOutcome.NO_TEMPLATE);
    Format format =
        target.format().flatMap(Format::ofEnding).filter(Encoders::isAvailable).orElse(Format.PNG);
    return fault(fault, call, format).as(RequestOutcome.of(fault, template));
  }

  private HttpResponse fault(Fault fault, PictureCall call) {
    return fault(fault, call, Format.PNG).as(RequestOutcome.of(fault, RequestOutcome.NO_TEMPLATE));
  }

  private HttpResponse fault(Fault fault, PictureCall call, Format format) {
    int status = settings.faultStatusOk() ? 200 : fault.status();
    if (call.accept().prefersProblemJson()) {
      return HttpResponse.of(
          status,
          "application/problem+json",
          ExplanationJson.of(fault, status),
          ImageResponses.faultHeaders(fault));
    }
    return ImageResponses.of(fault, status, format, images.picture(fault, format, call.mayDraw()));
  }
}
