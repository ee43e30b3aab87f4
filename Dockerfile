# Small, and runs as nobody in particular:
#   docker build -t rail .
#   docker run --rm --read-only --tmpfs /tmp -v "$PWD:/work:ro" rail check
ARG PYTHON=3.13

FROM python:${PYTHON}-slim AS build
WORKDIR /source
COPY pyproject.toml hatch_build.py README.md LICENSE ./
COPY rail rail
COPY licenses licenses
COPY templates templates
RUN python -m venv /opt/rail \
 && /opt/rail/bin/python -m pip install --no-cache-dir --disable-pip-version-check . \
 && /opt/rail/bin/python -m pip uninstall --yes pip

FROM python:${PYTHON}-slim
LABEL org.opencontainers.image.title="rail" \
      org.opencontainers.image.description="Use restrictions of AI licences, held against the declared use" \
      org.opencontainers.image.licenses="Apache-2.0"
COPY --from=build /opt/rail /opt/rail
ENV PATH="/opt/rail/bin:$PATH" XDG_CACHE_HOME=/tmp PYTHONDONTWRITEBYTECODE=1
USER 65532:65532
WORKDIR /work
ENTRYPOINT ["rail"]
CMD ["check"]
