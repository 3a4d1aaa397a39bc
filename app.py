"""What Streamlit serves: `streamlit run app.py`."""

import streamlit as st

from workbench.api.counter import Counter
from workbench.api.routes import routes
from workbench.store.words import load_words
from workbench.ui import serving
from workbench.ui.showing import told

counter = Counter(serving.store, load_words, serving.secret, told)
app = st.App(serving.SCRIPT, routes=routes(counter), lifespan=serving.ready)
