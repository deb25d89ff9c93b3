# Jupyter with the kit's C# kernel: for a machine with Docker, and for mybinder.org, which builds the Dockerfile of a repository.
#   docker build -t sif . && docker run --rm -p 8888:8888 sif
FROM mcr.microsoft.com/dotnet/sdk:10.0

RUN apt-get update && apt-get install -y --no-install-recommends python3-pip python3-venv && rm -rf /var/lib/apt/lists/*
ENV VIRTUAL_ENV=/opt/jupyter PATH=/opt/jupyter/bin:$PATH DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
RUN python3 -m venv /opt/jupyter && pip install --no-cache-dir notebook==7.* jupyterlab==4.*

# Binder asks for a user of this name and number who owns the files.
ARG NB_USER=jovyan
ARG NB_UID=1000
ENV USER=${NB_USER} HOME=/home/${NB_USER}
RUN if getent passwd ${NB_UID}; then userdel --remove $(getent passwd ${NB_UID} | cut -d: -f1); fi \
    && useradd --create-home --uid ${NB_UID} ${NB_USER}
COPY --chown=${NB_UID} . ${HOME}
USER ${NB_USER}
WORKDIR ${HOME}

RUN dotnet restore src/SifAnalysis.Cli --locked-mode \
    && dotnet build src/SifAnalysis.Cli --no-restore \
    && dotnet run --project src/SifAnalysis.Cli --no-build -- kernel install

EXPOSE 8888
CMD ["jupyter", "lab", "--ip=0.0.0.0", "--port=8888", "--no-browser", "notebooks"]
