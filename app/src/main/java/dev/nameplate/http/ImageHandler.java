package dev.nameplate.http;

import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.nameplate.encode.Format;
import dev.nameplate.geometry.Scale;
import dev.nameplate.serve.Fault;
import dev.nameplate.serve.ImageRequest;
import dev.nameplate.serve.ImageService;
import dev.nameplate.serve.PictureTarget;
import dev.nameplate.template.Template;
import dev.nameplate.template.TemplateLibrary;
import java.time.InstantSource;
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
  private final Executor onward;
  private final InstantSource clock;

  /**
   * @param onward runs what follows a drawing
   * @param clock what the ages of answers are counted by
   */
  ImageHandler(
      TemplateLibrary templates,
      ImageService images,
      HttpSettings settings,
      Executor onward,
      InstantSource clock) {
    this.clock = clock;
    this.templates = templates;
    this.images = images;
    this.settings = settings;
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
    if (target.format().equals(Optional.of(JSON))) {
      return completedFuture(explanation(template, scale.get(), call));
    }
    Optional<Format> format = format(template, target, call.accept());
    if (format.isEmpty()) {
      Fault other = Fault.formatNotOffered(target.format().orElse(""), template);
      return completedFuture(fault(other, call, target));
    }
    boolean negotiated = target.format().isEmpty();
    return images
        .answer(
            new ImageRequest(template, scale.get(), format.get(), call.query(), call.held()::match),
            onward)
        .thenApply(
            outcome ->
                PictureAnswers.of(outcome, template, format.get(), negotiated, clock.instant()));
  }

  private Answer explanation(Template template, Scale scale, PictureCall call) {
    return Answer.of(
        200,
        "application/json",
        ExplanationJson.of(images.explain(template, call.query(), scale)),
        Map.of("Cache-Control", CachePolicy.NO_STORE, "X-Robots-Tag", "noindex"));
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
    return fault(fault, call, target.format().flatMap(Format::ofEnding).orElse(Format.PNG));
  }

  private Answer fault(Fault fault, PictureCall call) {
    return fault(fault, call, Format.PNG);
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
    return PictureAnswers.of(fault, status, format, images.picture(fault, format));
  }
}
