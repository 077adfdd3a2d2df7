// Exchange turns foreign bytes into batches and batches into foreign bytes, one folder per format.
