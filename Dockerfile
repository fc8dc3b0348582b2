# okrlint in a container: docs/docker.md says how to use it. Everything is installed by its locked hash, and what builds
# stays behind in the first stage.
FROM python:3.13-slim AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_ROOT_USER_ACTION=ignore
WORKDIR /build

# Hashes are checked here; whatever is installed below comes from this folder and from nowhere else.
COPY requirements.lock ./
RUN pip download --require-hashes --only-binary=:all: --dest /wheels --requirement requirements.lock

COPY LICENSE README.md pyproject.toml ./
COPY schemas/ schemas/
COPY okrlint/ okrlint/
# The versions are those of the folder.
# hadolint ignore=DL3013
RUN pip install --no-index --find-links /wheels hatchling \
    && pip wheel --no-deps --no-build-isolation --wheel-dir /wheels . \
    && python -m venv --without-pip /opt/okrlint \
    && pip --python /opt/okrlint/bin/python install --no-index --find-links /wheels okrlint

FROM python:3.13-slim
RUN python -m pip uninstall --yes pip \
    && useradd --uid 10001 --create-home okrlint
COPY --from=build /opt/okrlint /opt/okrlint
ENV PATH=/opt/okrlint/bin:$PATH
USER 10001
WORKDIR /src
ENTRYPOINT ["okrlint"]
CMD ["check"]
