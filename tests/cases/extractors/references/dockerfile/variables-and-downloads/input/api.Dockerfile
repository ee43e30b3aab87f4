ARG OWNER=acme
ARG MODEL
ENV NAME ${OWNER}/base-1
ADD https://huggingface.co/acme/base-2/resolve/main/a.gguf /m/
RUN hf download $NAME \
  # a comment
  && hf download $UNKNOWN
ENTRYPOINT vllm serve acme/base-3
