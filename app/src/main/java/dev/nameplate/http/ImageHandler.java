package dev.nameplate.http;

import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.nameplate.access.Address;
import dev.nameplate.access.Gate;
import dev.nameplate.access.Verdict;
import dev.nameplate.encode.Format;
import dev.nameplate.geometry.Scale;
import dev.nameplate.serve.Asker;
import dev.nameplate.serve.Explanation;
import dev.nameplate.serve.Fault;
import dev.nameplate.serve.ImageRequest;
import dev.nameplate.serve.ImageService;
import dev.nameplate.serve.Outcome;
import dev.nameplate.serve.PictureTarget;
import dev.nameplate.template.Template;
import dev.nameplate.template.TemplateLibrary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Answers everything under {@code /i/}. */
final class ImageHandler {
  private static final String JSON = "json";

  private final TemplateLibrary templates;
  private final ImageService images;
  private final HttpSettings settings;
  private final Gate gate;
  private final Executor onward;

  /**
   * @param gate says who may have what
   * @param onward runs what follows a drawing
   */
  ImageHandler(
      TemplateLibrary templates,
      ImageService images,
      HttpSettings settings,
      Gate gate,
      Executor onward) {
    this.templates = templates;
    this.images = images;
    this.settings = settings;
    this.gate = gate;
    this.onward = onward;
  }

  /**
   * The answer to a request, there already where nothing has to be drawn; never fails for what the
   * request holds.
   */
  CompletableFuture<Answer> answer(PictureCall call) {
    if (call.targetLength() > settings.maxTarget()) {
      return completedFuture(
          fault(Fault.targetTooLong(call.targetLength(), settings.maxTarget()), call));
    }
    if (call.method().equals("OPTIONS")) {
      return completedFuture(
          Answer.empty(
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

  private CompletableFuture<Answer> answer(PictureTarget target, PictureCall call) {
    if (target.variant().isPresent()) {
      Fault unknown = Fault.unknownVariant(target.id(), target.variant().get());
      return completedFuture(fault(unknown, call, target));
    }
    Optional<Template> found = templates.find(target.id());
    if (found.isEmpty()) {
      Fault unknown = Fault.unknownTemplate(target.id(), templates.faults(target.id()));
      return completedFuture(fault(unknown, call, target));
    }
    Template template = found.get();
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
    Verdict verdict = gate.judge(new Address(template, scale.get(), target.format()), call.query());
    if (!(verdict instanceof Verdict.Admitted admitted)) {
      return completedFuture(fault(fault(verdict), call, target));
    }
    return explained
        ? explanation(template, scale.get(), admitted, call)
        : picture(
            new ImageRequest(template, scale.get(), format.get(), admitted.query(), asker(call)),
            target.format().isEmpty(),
            admitted);
  }

  private CompletableFuture<Answer> picture(
      ImageRequest request, boolean negotiated, Verdict.Admitted admitted) {
    return images
        .answer(request, onward)
        .thenApply(
            outcome ->
                PictureAnswers.of(
                    outcome,
                    request.template(),
                    request.format(),
                    negotiated,
                    lifetime(admitted, outcome)));
  }

  /** Told when the answer is there: it may have been drawn for a while. */
  private Lifetime lifetime(Verdict.Admitted admitted, Outcome outcome) {
    return admitted.expires().isEmpty() && outcome.until().isEmpty()
        ? Lifetime.ENDLESS
        : new Lifetime(admitted.expires(), gate.clock().instant());
  }

  private static Fault fault(Verdict verdict) {
    return verdict instanceof Verdict.Denied denied
        ? Fault.badSignature(denied.why())
        : Fault.expired(((Verdict.Expired) verdict).at());
  }

  private static Asker asker(PictureCall call) {
    return new Asker(call.held()::match, call.mayDraw(), call.since());
  }

  /** An explanation takes about as long as a drawing, and is no picture: it may be put off. */
  private CompletableFuture<Answer> explanation(
      Template template, Scale scale, Verdict.Admitted admitted, PictureCall call) {
    if (!call.mayDraw().getAsBoolean()) {
      return completedFuture(later(429, template));
    }
    return images
        .explain(template, admitted.query(), scale)
        .handleAsync(
            (explained, failed) ->
                failed == null ? explanation(template, explained) : later(503, template),
            onward);
  }

  private static Answer explanation(Template template, Explanation explained) {
    return Answer.of(
            200,
            "application/json",
            ExplanationJson.of(explained),
            Map.of("Cache-Control", CachePolicy.NO_STORE, "X-Robots-Tag", "noindex"))
        .as(Event.plain(Event.Kind.EXPLAINED, template.id()));
  }

  private static Answer later(int status, Template template) {
    return Answer.of(
            status,
            "application/problem+json",
            ExplanationJson.of(Fault.later(status), status),
            Map.of("Cache-Control", CachePolicy.NO_STORE, "Retry-After", "1"))
        .as(Event.of(Fault.later(status), template.id()));
  }

  private static Optional<Format> format(
      Template template, PictureTarget target, AcceptHeader accept) {
    List<String> offered = template.output().formats();
    return target.format().isEmpty()
        ? Optional.of(accept.best(Format.offered(template.output())))
        : target
            .format()
            .flatMap(Format::ofEnding)
            .filter(format -> offered.contains(format.ending()) && format.isAvailable());
  }

  private Answer fault(Fault fault, PictureCall call, PictureTarget target) {
    String template = templates.find(target.id()).map(Template::id).orElse(Event.NO_TEMPLATE);
    Format format =
        target.format().flatMap(Format::ofEnding).filter(Format::isAvailable).orElse(Format.PNG);
    return fault(fault, call, format).as(Event.of(fault, template));
  }

  private Answer fault(Fault fault, PictureCall call) {
    return fault(fault, call, Format.PNG).as(Event.of(fault, Event.NO_TEMPLATE));
  }

  private Answer fault(Fault fault, PictureCall call, Format format) {
    int status = settings.faultStatusOk() ? 200 : fault.status();
    if (call.accept().prefersProblemJson()) {
      return Answer.of(
          status,
          "application/problem+json",
          ExplanationJson.of(fault, status),
          PictureAnswers.faultHeaders(fault));
    }
    return PictureAnswers.of(fault, status, format, images.picture(fault, format, call.mayDraw()));
  }
}
