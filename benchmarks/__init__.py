"""Side by side with peers, in one run, so that the noise of the machine cancels out."""
