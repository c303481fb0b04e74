# The service alone; its Neo4j is another container (docker-compose.yml) or any server that CLAIMGRAPH_NEO4J_URI names.
FROM python:3.13-slim

COPY requirements.txt /tmp/
RUN pip install --no-cache-dir --require-hashes --no-deps --only-binary :all: --requirement /tmp/requirements.txt

# The repository is the package claimgraph: its folder's name is all that an installation needs.
COPY . /opt/claimgraph
RUN python -m compileall -q /opt/claimgraph && useradd --system --create-home claimgraph
ENV PYTHONPATH=/opt PYTHONUNBUFFERED=1

USER claimgraph
EXPOSE 8000
ENTRYPOINT ["python", "-P", "-m", "claimgraph"]
CMD ["serve"]
