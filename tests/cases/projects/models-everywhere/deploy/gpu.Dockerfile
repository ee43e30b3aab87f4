FROM nvidia/cuda:12.4.0-base
ARG REPO=acme/docker-default-74
ENV VLLM_MODEL acme/docker-old-75
RUN hf download ${REPO}
ADD https://huggingface.co/acme/docker-add-76/resolve/main/m.gguf /m.gguf
ENTRYPOINT ["vllm", "serve", "acme/docker-entry-77"]
